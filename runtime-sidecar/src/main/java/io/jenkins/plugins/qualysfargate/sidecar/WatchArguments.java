package io.jenkins.plugins.qualysfargate.sidecar;

import io.jenkins.plugins.qualysfargate.sidecar.Arguments.UsageException;
import io.jenkins.plugins.qualysfargate.sidecar.watch.ApplicationRule;
import io.jenkins.plugins.qualysfargate.sidecar.watch.WatchSettings;
import java.time.Duration;
import java.util.Iterator;

/** The words after {@code watch}. */
final class WatchArguments {
    private static final int MOST_PORT = 65_535;
    private static final long DAY_SECONDS = 86_400;

    private WatchArguments() {}

    /** @throws UsageException unless there is exactly one rule that says what the application is */
    static WatchSettings parse(Iterator<String> rest) throws UsageException {
        ApplicationRule rule = null;
        Duration patience = WatchSettings.USUAL_PATIENCE;
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals("--wait") && rest.hasNext()) {
                patience = Duration.ofSeconds(
                        Arguments.number(rest.next(), DAY_SECONDS, "a number of seconds up to a day"));
            } else if (word.startsWith("--") && rest.hasNext()) {
                if (rule != null) {
                    throw new UsageException("'" + word + "' is a second rule; one says what the application is");
                }
                rule = rule(word, rest.next());
            } else {
                throw Arguments.notUnderstood(word);
            }
        }
        if (rule == null) {
            throw new UsageException("it is not said what the application is: --pid, --port or --command");
        }
        return new WatchSettings(rule, patience);
    }

    private static ApplicationRule rule(String option, String value) throws UsageException {
        return switch (option) {
            case "--pid" -> new ApplicationRule.Pid((int) Arguments.number(value, Integer.MAX_VALUE, "a process id"));
            case "--port" -> new ApplicationRule.Port((int) Arguments.number(value, MOST_PORT, "a port"));
            case "--command" -> {
                if (value.isBlank()) {
                    throw new UsageException("the name of the program is empty");
                }
                yield new ApplicationRule.Command(value);
            }
            default -> throw Arguments.notUnderstood(option);
        };
    }
}
