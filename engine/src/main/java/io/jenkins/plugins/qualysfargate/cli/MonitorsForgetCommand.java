package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves that something is owed no more. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description =
                "Say that a scan is owed no more, for example because its definition was deleted on purpose; it stays on"
                        + " record who said so.")
final class MonitorsForgetCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Parameters(index = "0", paramLabel = "MONITOR", description = "Its id.")
    private String monitor = "";

    @Parameters(
            index = "1",
            paramLabel = "SUBJECT",
            description = "Id of what it watches, in brackets in 'monitors test'.")
    private String subject = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it stays on record.")
    private String why = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who says so. Default: the user of this process.")
    private @Nullable String who;

    MonitorsForgetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        By by = new By(who == null ? CheckOptions.user(session) : who, why);
        try {
            options.<Void>with(session, compliance -> {
                compliance.tracks().forget(new TrackKey(monitor, subject), by);
                return null;
            });
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
        session.terminal().out().println("Monitor " + monitor + " owes '" + subject + "' no more.");
        return ExitStatus.PASS;
    }
}
