package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a scan end its processes when the user or the CI stops this one. */
final class Interruption {
    /** The scanner's processes get five seconds to stop before they are killed. */
    private static final long PATIENCE_SECONDS = 8;

    private Interruption() {}

    /** Work that can be cancelled. */
    @FunctionalInterface
    interface Work<T> {
        T run(Cancellation cancellation) throws InterruptedException;
    }

    static <T> T during(Work<T> work) throws InterruptedException {
        return during(Duration.ZERO, work);
    }

    /**
     * The same for work that goes on for a while after it is told to stop, and that may be waiting: its thread is interrupted
     * too.
     *
     * @param grace what the work takes besides the end of the scanner's processes
     */
    static <T> T during(Duration grace, Work<T> work) throws InterruptedException {
        Thread worker = Thread.currentThread();
        AtomicBoolean stopped = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    stopped.set(true);
                    if (!grace.isZero()) {
                        worker.interrupt();
                    }
                    awaitEnd(done, grace);
                },
                "stop-scanner");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run(stopped::get);
        } finally {
            done.countDown();
            removeUnlessStopping(hook, stopped);
        }
    }

    private static void removeUnlessStopping(Thread hook, AtomicBoolean stopped) {
        if (!stopped.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stoppingNow) {
                // The hook runs already and finds the work done.
                return;
            }
        }
    }

    private static void awaitEnd(CountDownLatch done, Duration grace) {
        try {
            boolean ended = done.await(grace.toSeconds() + PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                System.Logger log = System.getLogger(Interruption.class.getName());
                log.log(System.Logger.Level.WARNING, "The scanner did not stop in time; look for its processes.");
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
