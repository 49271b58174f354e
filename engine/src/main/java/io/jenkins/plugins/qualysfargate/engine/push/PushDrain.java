package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Has every image scanned whose push is in the queue, each digest by one process at a time. A message is deleted only when
 * its image was scanned and recorded, now or before; whatever breaks on the way puts it back. Killed at any point it loses
 * nothing, and scans nothing again that was recorded.
 */
public final class PushDrain {
    private static final long LOOK_AROUND_SECONDS = 1;

    private final PushQueue queue;
    private final Leases leases;
    private final ImageScan scans;
    private final DrainSettings settings;
    private final Clock clock;

    public PushDrain(PushQueue queue, Leases leases, ImageScan scans, DrainSettings settings, Clock clock) {
        this.queue = queue;
        this.leases = leases;
        this.scans = scans;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Runs until it is stopped, or was idle for as long as the settings say. Interrupting the thread stops it too. When it
     * returns no scan runs any more, and every message is done with or back in the queue.
     *
     * @param stopped asked several times a second
     * @throws QueueUnavailableException if the queue cannot be received from: at once if it never could and that will not
     *     pass, else after some minutes
     */
    public DrainOutcome run(DrainLog log, BooleanSupplier stopped) {
        DrainCount count = new DrainCount(log, clock);
        Stop stop = new Stop(stopped, settings.grace(), clock);
        Pause pause = new Pause(clock);
        Deletions done = new Deletions(queue, count);
        Poll poll = new Poll(queue, settings, count);
        Receipts receipts = new Receipts(settings, poll, pause, count, clock);
        ThreadFactory named = threads(count);
        ExecutorService workers = Executors.newFixedThreadPool(settings.workers(), named);
        ScheduledThreadPoolExecutor beats = new ScheduledThreadPoolExecutor(settings.workers(), named);
        beats.setRemoveOnCancelPolicy(true);
        Hold.Parts parts = new Hold.Parts(queue, leases, beats, count, clock);
        PushWorker worker = new PushWorker(settings, scans, parts, done, pause, stop);
        boolean interrupted = false;
        try {
            receipts.handOut(
                    stop,
                    message -> workers.execute(() -> {
                        try {
                            worker.handle(message);
                        } finally {
                            receipts.workerIsFree();
                        }
                    }));
        } catch (InterruptedException stopNow) {
            interrupted = true;
        } finally {
            stop.request();
            poll.close();
            interrupted |= end(workers);
            interrupted |= end(beats);
            done.flush();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return count.outcome();
    }

    // What a worker throws is a fault of ours; its message comes again when it is no longer hidden.
    private static ThreadFactory threads(DrainCount count) {
        return work -> {
            Thread thread = new Thread(work, "push-drain");
            thread.setUncaughtExceptionHandler(
                    (broken, failure) -> count.trouble("A worker broke, its message comes again: " + failure));
            return thread;
        };
    }

    /** Waits for all of them, whatever happens: each of them ends some seconds after it is told to stop. */
    private static boolean end(ExecutorService threads) {
        boolean interrupted = false;
        threads.shutdown();
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(LOOK_AROUND_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException already) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
