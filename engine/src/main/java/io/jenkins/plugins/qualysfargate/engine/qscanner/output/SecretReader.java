package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the secrets. The matched text is passed over unread, so that it cannot reach a log, a file or a page. */
final class SecretReader {
    private static final int MOST = 100_000;

    private final JsonCursor cursor;
    private final List<Secret> secrets = new ArrayList<>();

    SecretReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    List<Secret> secrets() {
        return secrets;
    }

    void read() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array("SecretResults", this::readFile);
    }

    /** The path may stand after the secrets, so it is put in when both are read. */
    private void readFile() throws IOException {
        String[] path = {""};
        int first = secrets.size();
        cursor.object("an entry of SecretResults", name -> {
            if (name.equals("Target")) {
                path[0] = cursor.textOr("");
            } else if (name.equals("Secrets") && !cursor.isNull()) {
                cursor.array("Secrets", this::readSecret);
            } else {
                cursor.skip();
            }
        });
        for (int i = first; i < secrets.size(); i++) {
            Secret found = secrets.get(i);
            secrets.set(
                    i,
                    new Secret(
                            found.ruleId(),
                            found.category(),
                            found.severity(),
                            found.title(),
                            path[0],
                            found.startLine(),
                            found.endLine()));
        }
    }

    private void readSecret() throws IOException {
        String[] text = {"", "", "", ""};
        int[] lines = {0, 0};
        cursor.object("a secret", name -> {
            switch (name) {
                case "RuleID" -> text[0] = cursor.textOr("");
                case "Category" -> text[1] = cursor.textOr("");
                case "Severity" -> text[2] = cursor.textOr("");
                case "Title" -> text[3] = cursor.textOr("");
                case "StartLine" -> lines[0] = line();
                case "EndLine" -> lines[1] = line();
                default -> cursor.skip();
            }
        });
        Severity severity = Severity.ofWord(text[2]).orElse(Severity.UNKNOWN);
        secrets.add(new Secret(text[0], text[1], severity, text[3], "", lines[0], lines[1]));
        if (secrets.size() > MOST) {
            throw cursor.malformed("the inventory lists more than " + MOST + " secrets");
        }
    }

    private int line() throws IOException {
        if (cursor.token() == JsonToken.VALUE_NUMBER_INT) {
            return (int) Math.max(
                    0,
                    Math.min(Integer.MAX_VALUE, cursor.parser().getNumberValue().longValue()));
        }
        cursor.skip();
        return 0;
    }
}
