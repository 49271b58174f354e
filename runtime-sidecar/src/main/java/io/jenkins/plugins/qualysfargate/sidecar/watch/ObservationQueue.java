package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.delivery.BoundedQueue;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.TraceListener;
import io.jenkins.plugins.qualysfargate.sidecar.watch.Observation.AllEnded;
import io.jenkins.plugins.qualysfargate.sidecar.watch.Observation.Ended;
import io.jenkins.plugins.qualysfargate.sidecar.watch.Observation.Forked;
import io.jenkins.plugins.qualysfargate.sidecar.watch.Observation.Seen;
import io.jenkins.plugins.qualysfargate.sidecar.watch.Observation.Unseen;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Takes what the tracer hears off its thread at once; of what does not fit, executions are counted. */
final class ObservationQueue implements TraceListener {
    private static final long MOST_BYTES = 8 << 20;
    /** One character of an argument takes two bytes at most. */
    private static final long PER_CHARACTER = 2;

    private final BoundedQueue<Observation> queue = new BoundedQueue<>(MOST_BYTES);
    private final AtomicLong lostExecutions = new AtomicLong();
    private final Clock clock;

    ObservationQueue(Clock clock) {
        this.clock = clock;
    }

    @Nullable
    Observation poll(Duration patience) throws InterruptedException {
        return queue.poll(patience);
    }

    /** How many executions were seen and could not be kept, since this was asked last. */
    long takeLostExecutions() {
        return lostExecutions.getAndSet(0);
    }

    @Override
    public void found(ProcessFacts facts) {
        give(new Seen(clock.instant(), facts, false), bytes(facts));
    }

    @Override
    public void forked(int parentPid, int pid) {
        give(new Forked(parentPid, pid), 0);
    }

    @Override
    public void executed(ProcessFacts facts) {
        if (!give(new Seen(clock.instant(), facts, true), bytes(facts))) {
            lostExecutions.incrementAndGet();
        }
    }

    @Override
    public void executedUnseen(int pid) {
        if (!give(new Unseen(clock.instant(), pid), 0)) {
            lostExecutions.incrementAndGet();
        }
    }

    @Override
    public void ended(int pid, int exitCode) {
        give(new Ended(pid), 0);
    }

    @Override
    public void allEnded() {
        give(new AllEnded(), 0);
    }

    private boolean give(Observation observation, long bytes) {
        return queue.offer(observation, bytes);
    }

    private static long bytes(ProcessFacts facts) {
        long characters = facts.executable().length();
        for (String word : facts.commandLine().words()) {
            characters += word.length() + 32;
        }
        return PER_CHARACTER * characters;
    }
}
