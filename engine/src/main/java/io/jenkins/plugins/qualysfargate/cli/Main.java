package io.jenkins.plugins.qualysfargate.cli;

import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Starts the command line and turns its answer into the exit status of the process. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.ofProcess(environment);
        int status = run(new Session(terminal, environment, Clock.systemUTC()), arguments);
        terminal.out().flush();
        // Output that could not be written is a result that nobody got.
        System.exit(status == ExitStatus.PASS && terminal.out().checkError() ? ExitStatus.INDETERMINATE : status);
    }

    /** Runs one command; whatever breaks gives a status that is never a pass. */
    static int run(Session session, String... arguments) {
        try {
            return commandLine(session).execute(arguments);
        } catch (VirtualMachineError | LinkageError | AssertionError | IOError | UncheckedIOException broken) {
            // Java would end with status 1, which means that an image breaks the policy, and nobody knows that.
            gaveUp(session, broken, List.of(arguments).contains("--json"));
            return ExitStatus.INDETERMINATE;
        }
    }

    private static void gaveUp(Session session, Throwable broken, boolean json) {
        try {
            new ErrorOutput(session, json).print("qualys-fargate: Gave up: " + broken + ". Nothing was judged.");
        } catch (IOException lost) {
            session.terminal().err().println(lost.getMessage());
        }
    }

    static CommandLine commandLine(Session session) {
        CommandLine line = new CommandLine(new RootCommand(), new CommandFactory(session));
        line.setExecutionExceptionHandler(new FailureHandler(session));
        line.setParameterExceptionHandler(new MistakeHandler(session));
        // An argument that begins with @ is no file with further arguments.
        line.setExpandAtFiles(false);
        // A misspelt option is a mistake and not one more report, image or file name.
        line.setUnmatchedOptionsAllowedAsOptionParameters(false);
        line.setOut(new PrintWriter(session.terminal().out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(session.terminal().err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(Math.min(120, Math.max(80, session.terminal().width())));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                session.terminal().ansi() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        return line;
    }
}
