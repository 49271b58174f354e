package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpConfigurationException;
import io.jenkins.plugins.qualysfargate.engine.push.QueueUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueUnavailableException;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
        ErrorOutput output = new ErrorOutput(session, has(arguments, "--json"));
        output.print(command.getCommandSpec().qualifiedName() + ": " + message(failure, mistake));
        if (has(arguments, "--debug")) {
            failure.printStackTrace(session.terminal().err());
        }
        return mistake ? ExitStatus.USAGE : ExitStatus.INDETERMINATE;
    }

    private static String message(Exception failure, boolean mistake) {
        if (failure instanceof FileSystemException file) {
            return "Cannot use " + file.getFile() + ": " + FileProblem.of(file)
                    + ". Check the path and the permissions.";
        }
        boolean expected = mistake
                || failure instanceof HistoryUnavailableException
                || failure instanceof CorruptHistoryException
                || failure instanceof QueueUnavailableException
                || failure instanceof CatalogueUnavailableException
                || failure instanceof IOException;
        if (failure instanceof AwsException aws) {
            return aws.advice();
        }
        return expected
                ? String.valueOf(failure.getMessage())
                : "Something broke that should not: " + failure
                        + ". Nothing was judged; please report it with --debug.";
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
