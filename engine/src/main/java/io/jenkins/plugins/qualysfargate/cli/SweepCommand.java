package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.push.DrainOutcome;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.EnqueueOpen;
import io.jenkins.plugins.qualysfargate.engine.sweep.Sweep;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepOutcome;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepRule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares what ECR holds with the history. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Find images in ECR that were never scanned, not completely, or too long ago: also those that no event"
                        + " announced. Without --enqueue and --scan it only says so.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Every image has a complete scan that is not too old; with --scan, and keeps to the policy.",
            "1:At least one image has to be scanned; with --scan, breaks the policy.",
            "2:An option is wrong; nothing was looked at.",
            "3:Something could not be looked at; with --scan, has no complete answer."
        },
        footer = {"", "Example:", "  qualys-fargate sweep --repository 'payments-*' --max-age 7d --enqueue"})
final class SweepCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--repository",
            paramLabel = "GLOB",
            description = "Only repositories whose whole name matches, for example 'team/*'.")
    private @Nullable String repository;

    @Option(names = "--untagged", description = "Also images that no tag points to.")
    private boolean untagged;

    @Option(
            names = "--pushed-within",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Only images that were pushed within the last while.")
    private @Nullable Duration pushedWithin;

    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How old the last complete scan may be. Default: ${DEFAULT-VALUE}.",
            defaultValue = "30d")
    private Duration maxAge = SweepRule.DEFAULT.maxAge();

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "So long after a push its scan may be on its way. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20m")
    private Duration grace = SweepRule.DEFAULT.grace();

    @Option(
            names = "--registry-account",
            paramLabel = "ID",
            description = "Account of the registry. Default: one's own.")
    private @Nullable String account;

    @Option(
            names = "--enqueue",
            description = "Put what has to be scanned into the push queue, for those who watch it.")
    private boolean enqueue;

    @Option(names = "--scan", description = "Scan it here and now.")
    private boolean scan;

    @Mixin
    private QueueOptions queue = new QueueOptions();

    @Mixin
    private WorkerOptions work = new WorkerOptions();

    @Mixin
    private ScanSetup setup = new ScanSetup();

    SweepCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (enqueue && scan) {
            throw new UsageException("Give --enqueue to have others scan, or --scan to scan here, not both.");
        }
        if (scan) {
            setup.check(session);
        }
        SweepRule rule = new SweepRule(maxAge, grace);
        SweepLines lines = new SweepLines(common.terminal(session), common.json);
        try (ComplianceEngine engine = new ComplianceEngine(setup.settings(session))) {
            History history = engine.history()
                    .orElseThrow(() -> new UsageException(
                            "Without a history nobody knows which images were scanned; leave --no-history out."));
            Sweep sweep = new Sweep(engine.fleet().catalogue(account), history, rule, session.clock());
            if (scan) {
                SweepScan here = new SweepScan(engine, setup, work.settings(), rule, session);
                return here.run(action -> sweep.run(query(), lines.and(action)), lines, common.json);
            }
            if (enqueue) {
                EnqueueOpen action = new EnqueueOpen(queue.open(engine.fleet()), rule, session.clock());
                SweepOutcome outcome = sweep.run(query(), lines.and(action));
                lines.end(outcome, "enqueued", action.sent());
                return status(outcome);
            }
            SweepOutcome outcome = sweep.run(query(), lines);
            lines.end(outcome, "enqueued", 0);
            return status(outcome);
        }
    }

    private CatalogueQuery query() {
        return new CatalogueQuery(
                repository,
                untagged,
                pushedWithin == null ? null : session.clock().instant().minus(pushedWithin),
                setup.platforms());
    }

    static int status(SweepOutcome outcome) {
        return ExitStatus.of(VerdictKind.worst(List.of(
                outcome.open() > 0 ? VerdictKind.FAIL : VerdictKind.PASS,
                outcome.problemCount() > 0 ? VerdictKind.INDETERMINATE : VerdictKind.PASS)));
    }

    /** After everything that was open has been scanned. */
    static int status(SweepOutcome found, DrainOutcome scanned) {
        VerdictKind seen = found.problemCount() > 0 ? VerdictKind.INDETERMINATE : VerdictKind.PASS;
        int drained = WatchCommand.status(scanned);
        return drained == ExitStatus.PASS ? ExitStatus.of(seen) : drained;
    }
}
