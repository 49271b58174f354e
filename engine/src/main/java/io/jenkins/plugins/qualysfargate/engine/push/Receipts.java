package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Receives as many messages as there are workers without one, so that none waits here while others could have it. */
final class Receipts {
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    /** So long a queue may fail before this does, so that credentials that are rotated meanwhile are used. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** The same for who does not want to wait for messages either. */
    private static final Duration SHORT_PATIENCE = Duration.ofMinutes(1);

    private final DrainSettings settings;
    private final Poll poll;
    private final Pause pause;
    private final DrainCount count;
    private final Clock clock;
    private final Semaphore free;
    private Instant lastMessage;
    private boolean received;
    private boolean empty;
    private @Nullable Instant failingSince;
    private int failures;

    Receipts(DrainSettings settings, Poll poll, Pause pause, DrainCount count, Clock clock) {
        this.settings = settings;
        this.poll = poll;
        this.pause = pause;
        this.count = count;
        this.clock = clock;
        this.free = new Semaphore(settings.workers());
        this.lastMessage = clock.instant();
    }

    /** Called by the worker that a message was handed to, when it is done with it. */
    void workerIsFree() {
        free.release();
    }

    /** @param worker takes each message without delay, and calls {@link #workerIsFree()} later */
    void handOut(Stop stop, Consumer<QueuedMessage> worker) throws InterruptedException {
        while (!stop.requested() && !idleForLong()) {
            if (pause.lasts()) {
                stop.await(LOOK_AROUND);
            } else if (free.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                int workers = 1 + moreFreeWorkers();
                // Either may have come up while a worker was waited for.
                boolean wait = stop.requested() || pause.lasts();
                List<QueuedMessage> messages = wait ? List.of() : receive(workers, stop);
                free.release(workers - messages.size());
                messages.forEach(worker);
            }
        }
    }

    /** Those that become free in a moment too, because one call for ten messages costs as much as one for one. */
    private int moreFreeWorkers() throws InterruptedException {
        int most = Math.min(PushQueue.LARGEST_BATCH, settings.workers()) - 1;
        long end = System.nanoTime() + A_MOMENT.toNanos();
        int more = 0;
        while (more < most && free.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            more++;
        }
        return more;
    }

    private List<QueuedMessage> receive(int workers, Stop stop) throws InterruptedException {
        try {
            List<QueuedMessage> messages = poll.receive(workers, stop);
            received = true;
            failingSince = null;
            failures = 0;
            if (!messages.isEmpty()) {
                lastMessage = clock.instant();
            }
            empty = messages.isEmpty();
            return messages;
        } catch (QueueUnavailableException failed) {
            endUnlessPassing(failed);
            count.trouble(String.valueOf(failed.getMessage()));
            failures++;
            stop.await(Backoff.TROUBLE.after(failures));
            return List.of();
        }
    }

    private void endUnlessPassing(QueueUnavailableException failed) {
        Instant now = clock.instant();
        Instant since = failingSince == null ? now : failingSince;
        failingSince = since;
        Duration patience = settings.idle() == null ? PATIENCE : SHORT_PATIENCE;
        boolean hopeless = !received && !failed.passing();
        if (hopeless || Duration.between(since, now).compareTo(patience) > 0) {
            throw failed;
        }
    }

    private boolean idleForLong() {
        Duration idle = settings.idle();
        return idle != null
                && (empty || pause.lasts())
                && free.availablePermits() == settings.workers()
                && !clock.instant().isBefore(lastMessage.plus(idle));
    }
}
