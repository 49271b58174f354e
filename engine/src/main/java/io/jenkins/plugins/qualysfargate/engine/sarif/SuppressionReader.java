package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import java.io.IOException;

/** SARIF 3.27.23 and 3.35: a result is suppressed if it has suppressions and none is rejected or under review. */
final class SuppressionReader {
    private final JsonCursor cursor;
    private int accepted;
    private int others;

    SuppressionReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    boolean read() throws IOException {
        if (cursor.isNull()) {
            return false;
        }
        accepted = 0;
        others = 0;
        cursor.array("suppressions", this::suppression);
        return accepted > 0 && others == 0;
    }

    private void suppression() throws IOException {
        String[] status = {"accepted"};
        cursor.object("a suppression", name -> {
            if (name.equals("status")) {
                status[0] = String.valueOf(cursor.textOrNull("status"));
            } else {
                cursor.skip();
            }
        });
        if (status[0].equals("accepted")) {
            accepted++;
        } else {
            others++;
        }
    }
}
