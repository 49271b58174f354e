package io.jenkins.plugins.qualysfargate.engine.qscanner;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries again where the back end, and not the image, was the reason; never more often than its settings say. */
final class Retries {
    private static final Duration TICK = Duration.ofMillis(100);
    private final ScannerSettings settings;
    private final ScanLog log;
    private final Cancellation cancellation;

    Retries(ScannerSettings settings, ScanLog log, Cancellation cancellation) {
        this.settings = settings;
        this.log = log;
        this.cancellation = cancellation;
    }

    /**
     * How one attempt ended.
     *
     * @param exit null if the scanner did not exit by itself
     */
    record Attempt(ScannerRun run, @Nullable ExitCode exit) {
        private boolean is(ExitClass kind) {
            return exit != null && exit.kind() == kind;
        }
    }

    /** The last of as many attempts as it takes; {@code cancelled} is the answer to a cancellation during a pause. */
    ScannerRun run(Supplier<Attempt> attempt, Supplier<ScannerRun> cancelled) {
        RetryPolicy<Attempt> uploads = policy(ExitClass.BACKEND_UPLOAD, 1);
        RetryPolicy<Attempt> pending = policy(ExitClass.BACKEND_PENDING, settings.maxRetries());
        return Failsafe.with(uploads, pending)
                .get(execution -> {
                    Attempt last = execution.getLastResult();
                    if (last != null && !pause(last)) {
                        return new Attempt(cancelled.get(), null);
                    }
                    return attempt.get();
                })
                .run();
    }

    private static RetryPolicy<Attempt> policy(ExitClass kind, int retries) {
        // The pause is made here and not by the policy, so that a cancellation ends it.
        // An exception says that the scan cannot go on here. Without naming it, every one would be tried again.
        return RetryPolicy.<Attempt>builder()
                .handleIf((result, failure) -> failure == null && result.is(kind))
                .withMaxRetries(retries)
                .build();
    }

    /** False if somebody asked to stop. */
    private boolean pause(Attempt last) {
        Duration pause = last.is(ExitClass.BACKEND_PENDING) ? settings.retryDelay() : Duration.ZERO;
        log.line(last.run().fold(finished -> "", failed -> failed.verdict().message()) + " Trying again in "
                + pause.toSeconds() + " s.");
        long deadline = System.nanoTime() + pause.toNanos();
        try {
            while (!cancellation.requested()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                Thread.sleep(Math.min(TICK.toMillis(), left / 1_000_000 + 1));
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
