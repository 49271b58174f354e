package io.jenkins.plugins.qualysfargate.engine.sarif;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** SARIF 3.20: a tool may state in its own report that it did not finish. Then there is nothing to judge. */
final class InvocationReader {
    private static final String RUN_AGAIN = "Look into the scanner's log for the cause, and run the scan again.";

    private final JsonCursor cursor;
    private @Nullable Instant endedAt;

    InvocationReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /** When the last invocation ended; null where none says so. */
    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    void read() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array("invocations", () -> cursor.object("an invocation", this::field));
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "executionSuccessful" -> {
                if (cursor.token() != JsonToken.VALUE_TRUE) {
                    throw cursor.incomplete("the scanner states that its run was not successful", RUN_AGAIN);
                }
            }
            case "endTimeUtc" -> end(cursor.textOrNull(name));
            case "toolExecutionNotifications", "toolConfigurationNotifications" -> notifications(name);
            default -> cursor.skip();
        }
    }

    private void end(@Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            Instant end = OffsetDateTime.parse(text).toInstant();
            endedAt = endedAt == null || end.isAfter(endedAt) ? end : endedAt;
        } catch (DateTimeException unreadable) {
            // A time that cannot be read is no time: where an age is asked for, the report then counts as stale.
            endedAt = null;
        }
    }

    private void notifications(String what) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array(
                what,
                () -> cursor.object("a notification", name -> {
                    if (name.equals("level") && "error".equals(cursor.textOrNull(name))) {
                        throw cursor.incomplete("the scanner reports an error during its run", RUN_AGAIN);
                    } else {
                        cursor.skip();
                    }
                }));
    }
}
