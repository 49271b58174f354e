package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.DrainFigures;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.push.DrainOutcome;
import io.jenkins.plugins.qualysfargate.engine.push.DrainSettings;
import io.jenkins.plugins.qualysfargate.engine.push.ImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.PushDrain;
import io.jenkins.plugins.qualysfargate.engine.push.PushQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scans every image whose push waits in the queue. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description =
                "Scan pushed images as their events come out of the queue, until it is stopped. Any number of these may"
                        + " share a queue; each digest is scanned once.",
        exitCodeListHeading = "%nExit status, when it ends by itself:%n",
        exitCodeList = {
            "0:Every image that came keeps to the policy, or was scanned before.",
            "1:At least one image breaks the policy.",
            "2:An option is wrong; nothing was scanned.",
            "3:At least one image has no complete answer yet, or a message was no event, or the queue could not be used."
        },
        footer = {"", "Example:", "  qualys-fargate watch --workers 4 --pod US2 --scanner /opt/qscanner --json"})
final class WatchCommand implements Callable<Integer> {
    /** Long enough that a poll asks all of a queue, short enough that nobody waits for its end. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private QueueOptions queue = new QueueOptions();

    @Mixin
    private WorkerOptions work = new WorkerOptions();

    @Option(names = "--once", description = "End as soon as no message is left that could be handled now.")
    private boolean once;

    @Option(
            names = "--idle-exit",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End when no message has come for so long. Default: go on until stopped.")
    private @Nullable Duration idleExit;

    @Mixin
    private ScanSetup setup = new ScanSetup();

    WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        setup.check(session);
        if (setup.history(session) == null) {
            throw new UsageException(
                    "Without a history nobody knows which images were scanned; leave --no-history out.");
        }
        DrainLines lines = new DrainLines(common.terminal(session), common.json);
        try (ComplianceEngine engine = new ComplianceEngine(setup.settings(session))) {
            PushQueue pushes = queue.open(engine.fleet());
            ImageScan scans =
                    engine.pushes(setup.order(List.of(ANY), session), setup.source(), session.terminal()::note);
            PushDrain drain = new PushDrain(pushes, engine.fleet().leases(), scans, settings(), session.clock());
            try (DrainFigures figures = engine.drainFigures(session.terminal()::note)) {
                DrainOutcome outcome = Interruption.during(
                        work.grace(), cancellation -> drain.run(lines.and(figures), cancellation::requested));
                lines.end(outcome);
                return status(outcome);
            }
        }
    }

    /** An order is for some image; which one, each message says. */
    private static final ImageReference ANY = ImageReference.parse("pushed.invalid/image");

    private DrainSettings settings() {
        DrainSettings settings = work.settings();
        if (once) {
            return settings.idle(Duration.ZERO).polling(LAST_LOOK);
        }
        return settings.idle(idleExit);
    }

    static int status(DrainOutcome outcome) {
        List<VerdictKind> kinds = new ArrayList<>(List.of(VerdictKind.PASS));
        if (outcome.failed() > 0) {
            kinds.add(VerdictKind.FAIL);
        }
        if (outcome.indeterminate() + outcome.rejected() + outcome.postponed() > 0) {
            kinds.add(VerdictKind.INDETERMINATE);
        }
        return ExitStatus.of(VerdictKind.worst(kinds));
    }
}
