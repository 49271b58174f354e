package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.JsonDocument;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.json.SeenKeys;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a SARIF 2.1.0 file of any scanner, completely or not at all. */
public final class SarifReader {
    private static final String VERSION = "2.1.0";

    private final ReadLimits limits;

    public SarifReader(ReadLimits limits) {
        this.limits = limits;
    }

    /** @throws UnreadableReportException if the file is anything but one complete report */
    public SarifReport read(Path file) throws UnreadableReportException {
        return new JsonDocument(file, limits).read(cursor -> new TopLevel(cursor).read());
    }

    private static final class TopLevel {
        private final JsonCursor cursor;
        private final RunReader runs;
        private final SeenKeys seen = new SeenKeys();
        private final Set<String> otherKeys = new LinkedHashSet<>();
        private @Nullable String version;
        private boolean hasRuns;

        TopLevel(JsonCursor cursor) {
            this.cursor = cursor;
            this.runs = new RunReader(cursor);
        }

        SarifReport read() throws IOException {
            cursor.object("the report", this::field);
            if (!hasRuns) {
                throw cursor.malformed(
                        otherKeys.contains("ScansPerformed")
                                ? "it is an inventory of the scanner, which holds no vulnerabilities; judge the SARIF report"
                                : "it is not SARIF: it has no 'runs'");
            }
            if (!VERSION.equals(version)) {
                throw cursor.malformed(
                        version == null
                                ? "it states no SARIF version"
                                : "it is not SARIF " + VERSION + " but another version");
            }
            if (runs.runs() == 0) {
                throw cursor.malformed("its list of runs is empty, so no scan is recorded in it");
            }
            return runs.report();
        }

        private void field(String name) throws IOException {
            switch (name) {
                case "version" -> {
                    seen.once(cursor, 0, name);
                    version = cursor.textOrNull(name);
                }
                case "runs" -> {
                    seen.once(cursor, 1, name);
                    hasRuns = true;
                    cursor.array("runs", runs::read);
                }
                case "inlineExternalProperties" -> {
                    throw cursor.malformed("parts of it stand outside its runs, which are not read");
                }
                default -> {
                    if (otherKeys.size() < 32) {
                        otherKeys.add(name);
                    }
                    cursor.skip();
                }
            }
        }
    }
}
