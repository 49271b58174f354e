package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Prints what went wrong; who asked for JSON reads JSON, also of an error, and it says that nothing can be said.
 *
 * @param json whether the user asked for it
 */
record ErrorOutput(Session session, boolean json) {
    private static final int LONGEST_LINE = 4000;

    void print(String message) throws IOException {
        String safe = message.lines()
                .map(line -> SafeText.line(line, LONGEST_LINE))
                .collect(Collectors.joining(System.lineSeparator()));
        session.terminal().err().println(safe);
        if (json) {
            JsonObject.print(session.terminal().out(), object -> {
                object.writeStringField("verdict", "INDETERMINATE");
                object.writeStringField("reason", safe);
                object.writeArrayFieldStart("images");
                object.writeEndArray();
                object.writeNumberField("schemaVersion", 1);
                object.writeStringField("error", safe);
            });
        }
    }
}
