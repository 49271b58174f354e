package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.check.StoredPause;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mutes and maintenance windows. */
@Command(
        name = "pauses",
        mixinStandardHelpOptions = true,
        description = "Open and end mutes and maintenance windows; everything stays on record.",
        subcommands = {PausesCommand.ListCommand.class, PausesCommand.Open.class, PausesCommand.End.class})
final class PausesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command; see the list below.");
        }
    }

    /** Lists them. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List those that people opened and that have not ended.")
    static final class ListCommand implements Callable<Integer> {
        private final Session session;

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Mixin
        private CheckOptions options = new CheckOptions();

        ListCommand(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<StoredPause> pauses =
                    options.with(session, compliance -> compliance.pauses().stored());
            if (common.json) {
                session.terminal().out().println(RecordJson.write(Map.of("pauses", pauses)));
            } else {
                pauses.forEach(each -> session.terminal()
                        .out()
                        .println(each.id() + "  " + each.kind() + "  " + each.words() + "  from " + each.from()
                                + " until " + each.until() + "  " + each.who() + ": " + each.why()));
            }
            return ExitStatus.PASS;
        }
    }

    /** Opens one. */
    @Command(name = "open", mixinStandardHelpOptions = true, description = "Open a mute or a maintenance window.")
    static final class Open implements Callable<Integer> {
        private final Session session;

        @Mixin
        private CheckOptions options = new CheckOptions();

        @Option(
                names = "--maintenance",
                description =
                        "Excuse what fails meanwhile. Default: silence it, and tell people of what still fails at its end.")
        private boolean maintenance;

        @Option(names = "--monitor", paramLabel = "GLOB", description = "Only these monitors; '*' for all.")
        private @Nullable String monitor;

        @Option(names = "--tag", paramLabel = "TAG", description = "Only monitors with this tag.")
        private @Nullable String tag;

        @Option(names = "--source", paramLabel = "ID", description = "Only of this source.")
        private @Nullable String source;

        @Option(names = "--scanner-zone", paramLabel = "ID", description = "Only what this zone of scanners scans.")
        private @Nullable String zone;

        @Option(names = "--from", paramLabel = "INSTANT", description = "When it begins. Default: now.")
        private @Nullable Instant from;

        @Option(
                names = "--for",
                paramLabel = "TIME",
                required = true,
                converter = DurationConverter.class,
                description = "For how long.")
        private Duration length = Duration.ZERO;

        @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it stays on record.")
        private String why = "";

        @Option(names = "--as", paramLabel = "NAME", description = "Who does it. Default: the user of this process.")
        private @Nullable String who;

        Open(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Instant begin = from == null ? session.clock().instant() : from;
            StoredPause pause = new StoredPause(
                    UUID.randomUUID().toString().substring(0, 8),
                    maintenance ? Pause.Kind.MAINTENANCE.name() : Pause.Kind.MUTE.name(),
                    monitor,
                    tag,
                    source,
                    zone,
                    begin,
                    begin.plus(length),
                    null,
                    null,
                    null,
                    who == null ? CheckOptions.user(session) : who,
                    why);
            try {
                options.with(session, compliance -> compliance.pauses().open(pause));
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(String.valueOf(wrong.getMessage()));
            }
            session.terminal().out().println("Pause " + pause.id() + " until " + pause.until() + ".");
            return ExitStatus.PASS;
        }
    }

    /** Ends one early. */
    @Command(name = "end", mixinStandardHelpOptions = true, description = "End one before its time.")
    static final class End implements Callable<Integer> {
        private final Session session;

        @Mixin
        private CheckOptions options = new CheckOptions();

        @Parameters(paramLabel = "PAUSE", description = "Its id, as the list shows it.")
        private String id = "";

        @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it stays on record.")
        private String why = "";

        @Option(names = "--as", paramLabel = "NAME", description = "Who does it. Default: the user of this process.")
        private @Nullable String who;

        End(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Pause.By by = new Pause.By(who == null ? CheckOptions.user(session) : who, why);
            try {
                options.<Boolean>with(session, compliance -> {
                    compliance.pauses().end(id, by);
                    return true;
                });
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(String.valueOf(wrong.getMessage()));
            }
            session.terminal().out().println("Pause " + id + " has ended.");
            return ExitStatus.PASS;
        }
    }
}
