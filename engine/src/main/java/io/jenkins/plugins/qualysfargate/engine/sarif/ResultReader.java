package io.jenkins.plugins.qualysfargate.engine.sarif;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor.FieldHandler;
import io.jenkins.plugins.qualysfargate.engine.json.SeenKeys;
import java.io.IOException;

/** Reads one result after the other into the same fields and hands each to the table. */
final class ResultReader {
    private final JsonCursor cursor;
    private final FindingTable table;
    private final ResultFields fields = new ResultFields();
    private final ResultProperties properties;
    private final SuppressionReader suppressions;
    private final LocationReader locations;
    private final ResultPackages packages = new ResultPackages();
    private final SeenKeys seen = new SeenKeys();
    private final FieldHandler handler = this::field;
    private final FieldHandler ruleHandler = this::ruleField;
    private final FieldHandler messageHandler = this::messageField;
    private long left;

    ResultReader(JsonCursor cursor, FindingTable table) {
        this.cursor = cursor;
        this.table = table;
        this.properties = new ResultProperties(cursor, fields);
        this.suppressions = new SuppressionReader(cursor);
        this.locations = new LocationReader(cursor, fields);
    }

    /** Reads the result that the cursor stands on. */
    void read() throws IOException {
        fields.clear();
        seen.clear();
        cursor.object("a result", handler);
        if (!fields.namesRule()) {
            throw cursor.malformed("a result names no rule: it has neither ruleId nor ruleIndex nor a QID");
        }
        if (!fields.counts) {
            left++;
            return;
        }
        int row = table.add(fields);
        packages.link(table, row, fields);
    }

    /** How many results say of themselves that they are no finding (passed, not applicable, gone). */
    long left() {
        return left;
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "ruleId" -> {
                seen.once(cursor, 0, name);
                fields.ruleId.take(cursor, "ruleId");
                fields.row = fields.ruleId.isBlank() ? -1 : table.row(fields.ruleId);
            }
            case "ruleIndex" -> fields.ruleIndex = index("ruleIndex");
            case "rule" -> cursor.object("rule", ruleHandler);
            case "level" -> {
                seen.once(cursor, 1, name);
                // Where the rule is rated the level says nothing, and reading it would cost as much as a look at it.
                if (cursor.token() != JsonToken.VALUE_STRING || fields.row < 0 || !table.isRated(fields.row)) {
                    fields.level = SeverityReader.level(cursor);
                }
            }
            case "kind" -> kind();
            case "baselineState" -> {
                if ("absent".equals(cursor.textOrNull(name))) {
                    fields.counts = false;
                }
            }
            case "message" -> cursor.object("message", messageHandler);
            case "locations" -> locations.read();
            case "suppressions" -> {
                seen.once(cursor, 2, name);
                fields.suppressed = suppressions.read();
            }
            case "properties" -> {
                seen.once(cursor, 3, name);
                properties.read();
            }
            default -> cursor.skip();
        }
    }

    private void ruleField(String name) throws IOException {
        switch (name) {
            case "id" -> {
                if (fields.ruleId.isBlank()) {
                    fields.ruleId.take(cursor, "rule.id");
                    fields.row = fields.ruleId.isBlank() ? -1 : table.row(fields.ruleId);
                } else {
                    cursor.skip();
                }
            }
            case "index" -> fields.ruleIndex = fields.ruleIndex >= 0 ? fields.ruleIndex : index("rule.index");
            default -> cursor.skip();
        }
    }

    private void messageField(String name) throws IOException {
        boolean needed = !fields.listsSoftware || !titleKnown();
        if (needed && name.equals("text")) {
            fields.message.takeIfText(cursor);
        } else {
            cursor.skip();
        }
    }

    private boolean titleKnown() {
        return fields.row >= 0 && !table.lacksRule(fields.row);
    }

    /** SARIF 3.27.9: a result may state that the rule was kept or does not apply; such a result is no finding. */
    private void kind() throws IOException {
        String kind = cursor.textOrNull("kind");
        if ("pass".equals(kind) || "notApplicable".equals(kind)) {
            fields.counts = false;
        }
    }

    private int index(String what) throws IOException {
        if (cursor.token() != JsonToken.VALUE_NUMBER_INT) {
            throw cursor.malformed(what + " must be a whole number");
        }
        return cursor.parser().getIntValue();
    }
}
