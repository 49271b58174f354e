package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.PackageUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the packages that the scanner looked at, of the operating system and of languages alike. */
final class PackageReader {
    /** An image with every package of a distribution has about 60,000. */
    private static final int MOST = 250_000;

    private final JsonCursor cursor;
    private final List<InstalledPackage> packages = new ArrayList<>();

    PackageReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    List<InstalledPackage> packages() {
        return packages;
    }

    void read(String section) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array(
                section,
                () -> cursor.object("an entry of " + section, name -> {
                    if (name.equals("Packages") && !cursor.isNull()) {
                        cursor.array("Packages", this::readPackage);
                    } else {
                        cursor.skip();
                    }
                }));
    }

    private void readPackage() throws IOException {
        String[] fields = {"", "", "", ""};
        cursor.object("a package", name -> {
            switch (name) {
                case "Name" -> fields[0] = cursor.textOr("");
                case "Version" -> fields[1] = cursor.textOr("");
                case "Release" -> fields[2] = cursor.textOr("");
                case "PURL" -> fields[3] = cursor.textOr("");
                default -> cursor.skip();
            }
        });
        String version = fields[2].isEmpty() ? fields[1] : fields[1] + "-" + fields[2];
        packages.add(new InstalledPackage(
                fields[0], version, PackageUrl.parse(fields[3]).orElse(null)));
        if (packages.size() > MOST) {
            throw new UnreadableReportException(
                    IndeterminateCause.OUT_OF_LIMITS,
                    "Cannot judge the scan: its inventory lists more than " + MOST + " packages.",
                    "Check what wrote this inventory; no real image has so many.");
        }
    }
}
