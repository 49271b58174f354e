package io.jenkins.plugins.qualysfargate.sidecar;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sidecar was called for.
 *
 * @param pid the process that shall be watched; null if none was named
 */
record Arguments(Command command, boolean json, @Nullable Long pid) {
    static final String USAGE = """
            Usage: sidecar check [--json] [--pid PID]   say which sources of events can be used on this machine
                   sidecar --version
                   sidecar --help
            Exit codes: 0 everything can be observed, 2 wrong usage, 3 something cannot (the output says what).
            """;

    /** What to do. */
    enum Command {
        CHECK,
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
                    case "--version" -> Command.VERSION;
                    case "--help" -> Command.HELP;
                    default -> throw new UsageException("'" + words.get(0) + "' is not a command");
                };
        boolean json = false;
        Long pid = null;
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (command == Command.CHECK && word.equals("--json")) {
                json = true;
            } else if (command == Command.CHECK && word.equals("--pid") && rest.hasNext()) {
                pid = pid(rest.next());
            } else {
                throw new UsageException("'" + word + "' is not understood there");
            }
        }
        return new Arguments(command, json, pid);
    }

    private static Long pid(String word) throws UsageException {
        try {
            long pid = Long.parseLong(word);
            if (pid > 0) {
                return pid;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("'" + word + "' is not a process id");
        }
        throw new UsageException("'" + word + "' is not a process id");
    }

    /** The words make no sense. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
