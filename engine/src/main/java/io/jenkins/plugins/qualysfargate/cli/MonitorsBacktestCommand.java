package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what monitors would have said of the past. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description =
                "Say what the monitors would have said of the last while, as far as the sources still know; nothing is kept,"
                        + " nobody is told. Exit status 1 if something would have failed, 3 if a source does not answer.")
final class MonitorsBacktestCommand implements Callable<Integer> {
    private static final int LONGEST = 1_000;
    private static final int MOST = 100_000;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How far back. Default: ${DEFAULT-VALUE}.",
            defaultValue = "30d")
    private Duration since = Duration.ofDays(30);

    @Option(names = "--alarming", description = "Only what would have been bad or unknown.")
    private boolean alarming;

    MonitorsBacktestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ComplianceSettings settings = options.settings(session);
        Instant from = session.clock().instant().minus(since);
        try (ComplianceEngine engine = options.engine(session);
                ScanCompliance compliance = new ScanCompliance(
                        engine,
                        settings,
                        new EnvironmentCredentials(session.environment()),
                        new InMemoryLedger(session.clock()),
                        new ScanCompliance.Way(
                                Runnable::run, (monitor, subject, at) -> from, source -> source, null, null))) {
            CheckOutcome outcome = compliance.lookNow();
            List<Standing> standings = outcome.standings();
            List<Occurrence> all = new ArrayList<>();
            standings.forEach(each -> all.addAll(compliance.occurrences(each.key(), Instant.EPOCH, MOST)));
            print(all.stream().filter(each -> !alarming || bad(each)).toList());
            if (outcome.sources().stream().anyMatch(each -> each.blindBecause() != null)) {
                return ExitStatus.INDETERMINATE;
            }
            return all.stream().anyMatch(MonitorsBacktestCommand::bad) ? ExitStatus.FAIL : ExitStatus.PASS;
        }
    }

    private static boolean bad(Occurrence occurrence) {
        return occurrence.now().state().alarming() || occurrence.first() != null;
    }

    private void print(List<Occurrence> occurrences) {
        if (common.json) {
            session.terminal().out().println(RecordJson.write(Map.of("occurrences", occurrences)));
            return;
        }
        for (Occurrence each : occurrences) {
            String first =
                    each.first() == null || each.first().state() == each.now().state()
                            ? ""
                            : " after " + each.first().state();
            session.terminal()
                    .out()
                    .println(SafeText.line(
                            each.key().dueAt() + "  " + each.now().state() + first + "  "
                                    + each.key().monitorId() + "  " + each.subjectName() + "  "
                                    + each.now().reason(),
                            LONGEST));
        }
    }
}
