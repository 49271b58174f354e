package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor.FieldHandler;
import io.jenkins.plugins.qualysfargate.engine.json.SeenKeys;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;

/** Reads the property bag of a result: what QScanner and its relatives add to plain SARIF. */
final class ResultProperties {
    private final JsonCursor cursor;
    private final ResultFields fields;
    private final SeenKeys seen = new SeenKeys();
    private final FieldHandler handler = this::field;

    ResultProperties(JsonCursor cursor, ResultFields fields) {
        this.cursor = cursor;
        this.fields = fields;
    }

    void read() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        seen.clear();
        cursor.object("the properties of a result", handler);
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "severity" -> {
                seen.once(cursor, 0, name);
                fields.ownSeverity = SeverityReader.severity(cursor);
            }
            case "security-severity" -> readScore();
            case "QID", "qid" -> {
                // Only needed where no rule is named.
                if (fields.row < 0) {
                    fields.qid.takeIfText(cursor);
                } else {
                    cursor.skip();
                }
            }
            case "vulnerableSoftware" -> {
                seen.once(cursor, 1, name);
                fields.packages.readArray(cursor);
                fields.listsSoftware = true;
            }
            case "typeDetected" ->
                fields.potential = !cursor.textIs("CONFIRMED") && "POTENTIAL".equalsIgnoreCase(cursor.textOrNull(name));
            case "packageName", "affectedPackage", "installedVersion", "packageVersion", "fixedVersion", "layerSHA" ->
                fields.flat.field(cursor, name);
            default -> cursor.skip();
        }
    }

    private void readScore() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        Double score = SeverityReader.score(cursor);
        fields.scoreSeverity = score == null ? Severity.UNKNOWN : Severity.ofCvss(score);
    }
}
