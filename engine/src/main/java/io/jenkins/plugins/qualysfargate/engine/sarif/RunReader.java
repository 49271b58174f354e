package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.SeenKeys;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the runs of a report, the rules of each before or after its results. */
final class RunReader {
    private final JsonCursor cursor;
    private final FindingTable table = new FindingTable();
    private final RuleFields rule = new RuleFields();
    private final ResultReader results;
    private final ImageClaimReader claims;
    private final InvocationReader invocations;
    private final Set<String> tools = new LinkedHashSet<>();
    private final Set<String> versions = new LinkedHashSet<>();
    private final SeenKeys seen = new SeenKeys();
    private final SeenKeys seenInTool = new SeenKeys();
    private boolean hasDriver;
    private boolean hasResults;
    private int runs;

    RunReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.results = new ResultReader(cursor, table);
        this.claims = new ImageClaimReader(cursor);
        this.invocations = new InvocationReader(cursor);
    }

    /** Reads the run that the cursor stands on. */
    void read() throws IOException {
        runs++;
        hasDriver = false;
        hasResults = false;
        seen.clear();
        seenInTool.clear();
        table.beginRun();
        cursor.object("a run", this::field);
        if (!hasDriver) {
            throw cursor.malformed("run " + runs + " has no tool.driver, so it is not known what scanned");
        }
        if (!hasResults) {
            throw cursor.malformed(
                    "run " + runs + " has no list of results, which means that the scanner did not look for any");
        }
        if (!table.endRun()) {
            throw cursor.malformed("a result of run " + runs + " points to a rule that is not there");
        }
    }

    int runs() {
        return runs;
    }

    SarifReport report() {
        return new SarifReport(
                String.join(", ", tools),
                String.join(", ", versions),
                claims.claims(),
                table.seal(),
                results.left(),
                invocations.endedAt());
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "tool" -> {
                seen.once(cursor, 0, name);
                cursor.object("tool", this::toolField);
            }
            case "results" -> {
                seen.once(cursor, 1, name);
                hasResults = true;
                cursor.array("results", results::read);
            }
            case "invocations" -> invocations.read();
            case "artifacts" -> claims.readArtifacts();
            case "properties" -> claims.readProperties();
            case "externalPropertyFileReferences" -> cursor.object(name, this::externalField);
            default -> cursor.skip();
        }
    }

    private void externalField(String name) throws IOException {
        if (name.equals("results")) {
            throw cursor.malformed("its results stand in other files, which are not read");
        }
        cursor.skip();
    }

    private void toolField(String name) throws IOException {
        switch (name) {
            case "driver" -> {
                seenInTool.once(cursor, 0, name);
                hasDriver = true;
                cursor.object("tool.driver", this::driverField);
            }
            case "extensions" -> {
                if (!cursor.isNull()) {
                    cursor.array("tool.extensions", () -> cursor.object("an extension", this::extensionField));
                }
            }
            default -> cursor.skip();
        }
    }

    private void driverField(String name) throws IOException {
        switch (name) {
            case "name" -> add(tools, cursor.textOrNull("tool.driver.name"));
            case "version" -> add(versions, cursor.textOrNull("tool.driver.version"));
            case "rules" -> {
                seenInTool.once(cursor, 1, name);
                rules();
            }
            default -> cursor.skip();
        }
    }

    private void rules() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array("rules", () -> {
            rule.read(cursor);
            table.rule(rule);
        });
    }

    /** Rules of extensions are known by their id only: places count among the driver's rules. */
    private void extensionField(String name) throws IOException {
        if (name.equals("rules") && !cursor.isNull()) {
            cursor.array("rules", () -> {
                rule.read(cursor);
                table.extensionRule(rule);
            });
        } else {
            cursor.skip();
        }
    }

    private static void add(Set<String> set, @Nullable String text) {
        if (text != null && set.size() < 8) {
            set.add(text);
        }
    }
}
