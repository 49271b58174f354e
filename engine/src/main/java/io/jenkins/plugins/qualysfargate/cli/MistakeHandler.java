package io.jenkins.plugins.qualysfargate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that cannot be read with what is wrong and where help is, not with a page that hides it. */
final class MistakeHandler implements IParameterExceptionHandler {
    private final Session session;

    MistakeHandler(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        boolean group = !command.getSubcommands().isEmpty();
        String help = group ? "" : System.lineSeparator() + "Help: " + name + " --help";
        try {
            new ErrorOutput(session, List.of(arguments).contains("--json"))
                    .print(name + ": " + mistake.getMessage() + notUnderstood(mistake) + help);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost.getMessage(), lost);
        }
        UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
        if (group) {
            command.usage(command.getErr());
        }
        return ExitStatus.USAGE;
    }

    /** A misspelt option is why another one is missing, and picocli tells of the missing one alone. */
    private static String notUnderstood(ParameterException mistake) {
        List<String> unmatched = mistake.getCommandLine().getUnmatchedArguments();
        return mistake instanceof UnmatchedArgumentException || unmatched.isEmpty()
                ? ""
                : System.lineSeparator() + "Not understood: " + String.join(" ", unmatched);
    }
}
