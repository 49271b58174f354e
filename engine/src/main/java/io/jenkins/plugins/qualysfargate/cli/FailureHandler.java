package io.jenkins.plugins.qualysfargate.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpConfigurationException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into one clear message and a status that is never a pass. */
final class FailureHandler implements IExecutionExceptionHandler {
    private final Session session;

    FailureHandler(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws IOException {
        boolean mistake = failure instanceof UsageException
                || failure instanceof IllegalArgumentException
                || failure instanceof HttpConfigurationException;
        boolean expected = mistake
                || failure instanceof HistoryUnavailableException
                || failure instanceof CorruptHistoryException
                || failure instanceof IOException;
        String message = expected
                ? String.valueOf(failure.getMessage())
                : "Something broke that should not: " + failure
                        + ". Nothing was judged; please report it with --debug.";
        session.terminal().err().println("qualys-fargate " + command.getCommandName() + ": " + message);
        if (has(arguments, "--debug")) {
            failure.printStackTrace(session.terminal().err());
        }
        if (has(arguments, "--json")) {
            printJson(message);
        }
        return mistake ? ExitStatus.USAGE : ExitStatus.INDETERMINATE;
    }

    /** Who asked for JSON reads JSON, also of an error. */
    private void printJson(String message) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(session.terminal().out())) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("verdict", "INDETERMINATE");
            json.writeStringField("reason", message);
            json.writeArrayFieldStart("images");
            json.writeEndArray();
            json.writeStringField("error", message);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static boolean has(ParseResult arguments, String option) {
        for (ParseResult level = arguments; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption(option)) {
                return true;
            }
        }
        return false;
    }
}
