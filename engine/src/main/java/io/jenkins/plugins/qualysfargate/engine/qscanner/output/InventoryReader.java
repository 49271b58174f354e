package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.JsonDocument;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.json.SeenKeys;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code ScanResult} file completely or not at all. */
final class InventoryReader {
    private final JsonCursor cursor;
    private final SeenKeys seen = new SeenKeys();
    private final TargetReader target;
    private final PackageReader packages;
    private final SecretReader secrets;
    private final MalwareReader malware;
    private final List<PerformedScan> performed = new ArrayList<>();
    private String version = "";
    private boolean listsScans;

    private InventoryReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.target = new TargetReader(cursor);
        this.packages = new PackageReader(cursor);
        this.secrets = new SecretReader(cursor);
        this.malware = new MalwareReader(cursor);
    }

    static Inventory read(Path file, ReadLimits limits) throws UnreadableReportException {
        return new JsonDocument(file, limits).read(cursor -> new InventoryReader(cursor).read());
    }

    private Inventory read() throws IOException {
        cursor.object("the inventory", this::field);
        if (!listsScans || performed.isEmpty()) {
            throw cursor.malformed("the inventory does not say which scans were performed (ScansPerformed)");
        }
        return target.inventory(version, performed, packages.packages(), secrets.secrets(), malware.malware());
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "QScannerVersion" -> {
                String text = cursor.scalarOrNull(name);
                version = text == null ? "" : text;
            }
            case "ScansPerformed" -> {
                seen.once(cursor, 0, name);
                listsScans = true;
                cursor.array(name, this::performed);
            }
            case "Metadata" -> {
                seen.once(cursor, 1, name);
                cursor.object(name, target::metadata);
            }
            case "OSResults" -> packages.read(name);
            case "SCAResults" -> packages.read(name);
            case "SecretResults" -> {
                seen.once(cursor, 2, name);
                secrets.read();
            }
            case "MalwareResults" -> {
                seen.once(cursor, 3, name);
                malware.read();
            }
            default -> cursor.skip();
        }
    }

    private void performed() throws IOException {
        String[] words = {"", ""};
        boolean[] partial = {false};
        cursor.object("an entry of ScansPerformed", name -> {
            switch (name) {
                case "ScanType" -> words[0] = String.valueOf(cursor.textOrNull(name));
                case "Status" -> words[1] = String.valueOf(cursor.textOrNull(name));
                case "PartialScanInfo" -> partial[0] = partial();
                default -> cursor.skip();
            }
        });
        performed.add(new PerformedScan(words[0], words[1], words[1].equalsIgnoreCase("SUCCESS"), partial[0]));
        if (performed.size() > 1000) {
            throw cursor.malformed("the inventory lists more than 1000 scans");
        }
    }

    /** Anything but an empty object or null says that something was left out. */
    private boolean partial() throws IOException {
        if (cursor.isNull()) {
            return false;
        }
        int[] paths = {0};
        cursor.object("PartialScanInfo", path -> {
            paths[0]++;
            cursor.skip();
        });
        return paths[0] > 0;
    }
}
