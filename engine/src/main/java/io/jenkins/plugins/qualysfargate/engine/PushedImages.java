package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.push.ImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.engine.push.ScanAnswer;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.scan.CacheUse;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.engine.scan.OnceOutcome;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Scans pushed images as the engine scans any other.
 *
 * @param order how; its images are not looked at
 * @param told of every run
 */
record PushedImages(ScanOrder order, Once once, Consumer<GateRun> told) implements ImageScan {

    /** Scans the one image of an order unless there is a scan since then that will do. */
    @FunctionalInterface
    interface Once {
        OnceOutcome scan(ScanOrder order, Instant since, Cancellation cancellation);
    }

    @Override
    public ScanAnswer scan(Push push, BooleanSupplier cancelled) {
        Instant fresh = push.freshAfter();
        ScanOrder wanted = fresh == null ? order : order.using(CacheUse.NONE);
        return once.scan(wanted.of(push.image()), fresh == null ? push.pushedAt() : fresh, cancelled::getAsBoolean)
                .<ScanAnswer>fold(
                        known -> new ScanAnswer.Known(),
                        none -> new ScanAnswer.NoImage(none.reason()),
                        scanned -> recorded(scanned.run()));
    }

    private ScanAnswer recorded(GateRun run) {
        told.accept(run);
        return new ScanAnswer.Recorded(run.outcome().verdict(), run.outcome().reason());
    }
}
