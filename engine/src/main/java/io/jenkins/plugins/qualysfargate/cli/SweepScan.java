package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.push.DrainOutcome;
import io.jenkins.plugins.qualysfargate.engine.push.DrainSettings;
import io.jenkins.plugins.qualysfargate.engine.push.ImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.LocalPushQueue;
import io.jenkins.plugins.qualysfargate.engine.push.PushDrain;
import io.jenkins.plugins.qualysfargate.engine.sweep.EnqueueOpen;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepAction;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepOutcome;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepRule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Scans what a sweep finds while it goes on finding: as many as fit into a short queue wait, and then the sweep does. */
final class SweepScan {
    private static final int WAITING = 1000;

    private final ComplianceEngine engine;
    private final ScanSetup setup;
    private final DrainSettings settings;
    private final SweepRule rule;
    private final Session session;

    SweepScan(ComplianceEngine engine, ScanSetup setup, DrainSettings settings, SweepRule rule, Session session) {
        this.engine = engine;
        this.setup = setup;
        this.settings = settings;
        this.rule = rule;
        this.session = session;
    }

    int run(Function<SweepAction, SweepOutcome> sweep, SweepLines lines, boolean json)
            throws IOException, InterruptedException {
        LocalPushQueue queue = new LocalPushQueue(session.clock(), WAITING);
        ImageScan scans = engine.pushes(
                setup.order(List.of(ImageReference.parse("swept.invalid/image")), session),
                setup.source(),
                session.terminal()::note);
        DrainLines drained = new DrainLines(session.terminal(), json);
        PushDrain drain = new PushDrain(
                queue, engine.fleet().leases(), scans, settings.polling(Duration.ofSeconds(1)), session.clock());
        EnqueueOpen action = new EnqueueOpen(queue, rule, session.clock());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<SweepOutcome> found = thread.submit(() -> sweep.apply(action));
            DrainOutcome outcome = Interruption.during(settings.grace(), cancellation -> {
                BooleanSupplier over = () -> cancellation.requested() || (found.isDone() && queue.isEmpty());
                return drain.run(drained, over);
            });
            thread.shutdownNow();
            SweepOutcome all = found.get();
            drained.end(outcome);
            lines.end(all, "scanned", outcome.passed() + outcome.failed());
            return SweepCommand.status(all, outcome);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the sweep ended in a way that it cannot end", failed);
        } finally {
            thread.shutdownNow();
        }
    }
}
