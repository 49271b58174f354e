package io.jenkins.plugins.qualysfargate.sidecar;

import io.jenkins.plugins.qualysfargate.sidecar.watch.WatchSettings;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sidecar was called for.
 *
 * @param pid the process that shall be checked; null if none was named
 * @param watch what shall be watched; null for other commands
 */
record Arguments(
        Command command,
        boolean json,
        @Nullable Long pid,
        @Nullable WatchSettings watch) {
    static final String USAGE = """
            Usage: sidecar check [--json] [--pid PID]   say which sources of events can be used on this machine
                   sidecar watch (--pid PID | --port PORT | --command NAME) [--wait SECONDS]
                                                           write what the application does to standard output
                   sidecar --version
                   sidecar --help
            Exit codes: 0 everything can be observed; 2 wrong usage; 3 something cannot be observed (the output says what), or
            there was no application for too long; 4 the tracer was stuck and let everything go; 143 told to stop.
            """;

    /** What to do. */
    enum Command {
        CHECK,
        WATCH,
        VERSION,
        HELP
    }

    /** @throws UsageException naming the word that is not understood */
    static Arguments parse(List<String> words) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException("a command is missing");
        }
        Command command =
                switch (words.get(0)) {
                    case "check" -> Command.CHECK;
                    case "watch" -> Command.WATCH;
                    case "--version" -> Command.VERSION;
                    case "--help" -> Command.HELP;
                    default -> throw new UsageException("'" + words.get(0) + "' is not a command");
                };
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        return switch (command) {
            case CHECK -> check(rest);
            case WATCH -> new Arguments(command, false, null, WatchArguments.parse(rest));
            case VERSION, HELP -> {
                if (rest.hasNext()) {
                    throw notUnderstood(rest.next());
                }
                yield new Arguments(command, false, null, null);
            }
        };
    }

    private static Arguments check(Iterator<String> rest) throws UsageException {
        boolean json = false;
        Long pid = null;
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals("--json")) {
                json = true;
            } else if (word.equals("--pid") && rest.hasNext()) {
                pid = number(rest.next(), Integer.MAX_VALUE, "a process id");
            } else {
                throw notUnderstood(word);
            }
        }
        return new Arguments(Command.CHECK, json, pid, null);
    }

    static UsageException notUnderstood(String word) {
        return new UsageException("'" + word + "' is not understood there");
    }

    /** A number from 1 on. */
    static long number(String word, long most, String what) throws UsageException {
        try {
            long number = Long.parseLong(word);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("'" + word + "' is not " + what);
        }
        throw new UsageException("'" + word + "' is not " + what);
    }

    /** The words make no sense. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
