package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.check.IncidentDesk;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One thing that a person does with an incident. */
abstract class IncidentActCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Parameters(paramLabel = "INCIDENT", description = "Its id or key, as the list shows it.")
    private String incident = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it stays on record.")
    private String why = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who does it. Default: the user of this process.")
    private @Nullable String who;

    IncidentActCommand(Session session) {
        this.session = session;
    }

    abstract Incident act(IncidentDesk desk, String id, By by);

    @Override
    public final Integer call() {
        By by = new By(who == null ? CheckOptions.user(session) : who, why);
        try {
            Incident now = options.with(session, compliance -> act(compliance.incidents(), incident, by));
            session.terminal().out().println(now.key() + ": " + now.state());
            return ExitStatus.PASS;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    @Command(
            name = "ack",
            mixinStandardHelpOptions = true,
            description = "Say that somebody sees to it: nobody is told again until then, unless more fails.")
    static final class Acknowledge extends IncidentActCommand {
        @Option(
                names = "--for",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description = "For how long. Default: ${DEFAULT-VALUE}.",
                defaultValue = "4h")
        private Duration length = Duration.ofHours(4);

        Acknowledge(Session session) {
            super(session);
        }

        @Override
        Incident act(IncidentDesk desk, String id, By by) {
            return desk.acknowledge(id, by, length);
        }
    }

    @Command(name = "unack", mixinStandardHelpOptions = true, description = "Take an acknowledgement back.")
    static final class Unacknowledge extends IncidentActCommand {
        Unacknowledge(Session session) {
            super(session);
        }

        @Override
        Incident act(IncidentDesk desk, String id, By by) {
            return desk.unacknowledge(id, by);
        }
    }

    @Command(
            name = "mute",
            mixinStandardHelpOptions = true,
            description = "Silence what fails in it now, and not what fails later; everything stays on record.")
    static final class Mute extends IncidentActCommand {
        @Option(
                names = "--for",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description = "For how long. Default: ${DEFAULT-VALUE}.",
                defaultValue = "24h")
        private Duration length = Duration.ofDays(1);

        Mute(Session session) {
            super(session);
        }

        @Override
        Incident act(IncidentDesk desk, String id, By by) {
            return desk.mute(id, by, length);
        }
    }

    @Command(
            name = "resolve",
            mixinStandardHelpOptions = true,
            description = "End it by hand; what still fails makes another one.")
    static final class Resolve extends IncidentActCommand {
        Resolve(Session session) {
            super(session);
        }

        @Override
        Incident act(IncidentDesk desk, String id, By by) {
            return desk.resolve(id, by);
        }
    }

    @Command(name = "comment", mixinStandardHelpOptions = true, description = "Put a remark on record.")
    static final class Comment extends IncidentActCommand {
        Comment(Session session) {
            super(session);
        }

        @Override
        Incident act(IncidentDesk desk, String id, By by) {
            return desk.comment(id, by);
        }
    }
}
