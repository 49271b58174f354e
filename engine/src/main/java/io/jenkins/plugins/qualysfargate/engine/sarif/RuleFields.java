package io.jenkins.plugins.qualysfargate.engine.sarif;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one rule while they are read. Reused. */
final class RuleFields {

    private static final int MOST_CVES = 20_000;

    private final Text id = new Text();
    private final Text title = new Text();
    private final Text name = new Text();
    private final Set<String> cves = new LinkedHashSet<>();
    private @Nullable Severity severity;
    private @Nullable Severity customerSeverity;
    private @Nullable Severity scoreSeverity;
    private @Nullable Severity level;
    private @Nullable Double qds;
    private @Nullable Double cvss;

    /** Reads the rule that the cursor stands on. */
    void read(JsonCursor cursor) throws IOException {
        clear();
        cursor.object("a rule", field -> {
            switch (field) {
                case "id" -> id.take(cursor, "the id of a rule");
                case "name" -> name.takeIfText(cursor);
                case "shortDescription" -> readText(cursor, title);
                case "defaultConfiguration" -> readConfiguration(cursor);
                case "properties" -> readProperties(cursor);
                default -> cursor.skip();
            }
        });
    }

    Text id() {
        return id;
    }

    Text title() {
        return title.isBlank() ? name : title;
    }

    Set<String> cves() {
        return cves;
    }

    /** The first that is stated: the scanner's, the customer's, the one that a CVSS score stands for. */
    @Nullable
    Severity severity() {
        if (severity != null) {
            return severity;
        }
        return customerSeverity != null ? customerSeverity : scoreSeverity;
    }

    @Nullable
    Severity level() {
        return level;
    }

    @Nullable
    Double qds() {
        return qds;
    }

    @Nullable
    Double cvss() {
        return cvss;
    }

    private void clear() {
        id.clear();
        title.clear();
        name.clear();
        cves.clear();
        severity = null;
        customerSeverity = null;
        scoreSeverity = null;
        level = null;
        qds = null;
        cvss = null;
    }

    private static void readText(JsonCursor cursor, Text target) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.object("shortDescription", field -> {
            if (field.equals("text")) {
                target.takeIfText(cursor);
            } else {
                cursor.skip();
            }
        });
    }

    private void readConfiguration(JsonCursor cursor) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.object("defaultConfiguration", field -> {
            if (field.equals("level")) {
                level = SeverityReader.level(cursor);
            } else {
                cursor.skip();
            }
        });
    }

    private void readProperties(JsonCursor cursor) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.object("the properties of a rule", field -> {
            switch (field) {
                case "severity" -> severity = SeverityReader.severity(cursor);
                case "customerSeverity" -> customerSeverity = SeverityReader.severity(cursor);
                case "security-severity" -> readScore(cursor);
                case "qds" -> qds = SeverityReader.score(cursor);
                case "cve-ids", "cves", "tags" -> readCves(cursor);
                default -> cursor.skip();
            }
        });
    }

    /** A score that is written and cannot be read leaves the rule unrated; it must not fall back to a milder level. */
    private void readScore(JsonCursor cursor) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        Double score = SeverityReader.score(cursor);
        scoreSeverity = score == null ? Severity.UNKNOWN : Severity.ofCvss(score);
        cvss = score != null && score > 0 && score <= 10 ? score : null;
    }

    private void readCves(JsonCursor cursor) throws IOException {
        if (cursor.token() != JsonToken.START_ARRAY) {
            cursor.skip();
            return;
        }
        cursor.array("a list of CVE ids", () -> {
            if (cursor.token() == JsonToken.VALUE_STRING) {
                String text = cursor.parser().getText();
                if (CveId.isWhole(text)) {
                    addCve(cursor, text);
                }
            } else {
                cursor.skip();
            }
        });
    }

    private void addCve(JsonCursor cursor, String cve) throws IOException {
        cves.add(cve);
        if (cves.size() > MOST_CVES) {
            throw cursor.malformed("one rule names more than " + MOST_CVES + " CVE ids");
        }
    }
}
