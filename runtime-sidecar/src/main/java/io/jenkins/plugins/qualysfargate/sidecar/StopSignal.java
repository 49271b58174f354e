package io.jenkins.plugins.qualysfargate.sidecar;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets what runs end in good order when the process is told to (SIGTERM), before ECS kills it. */
final class StopSignal {
    /** ECS gives 30 seconds by default; the last lines get five. */
    private static final long MOST_SECONDS = 10;

    /** Something that runs until it is stopped. */
    interface Running {
        int run() throws InterruptedException;
    }

    /** Runs it, and asks it to stop as soon as the process is told to. */
    int during(Runnable stop, Running running) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            stop.run();
            awaitEnd(done);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return running.run();
        } finally {
            done.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch done) {
        try {
            if (!done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                System.err.print("sidecar: it did not end in good order within " + MOST_SECONDS + " seconds.\n");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
