package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.ProcessExecution;
import io.jenkins.plugins.qualysfargate.sidecar.process.CommandLine;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessTree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stays with one application until it is told to stop, or the application stays away. */
final class Watch {
    /** How long a stop may take, and how often the application is looked for. */
    static final Duration PULSE = Duration.ofMillis(250);
    /** Looking at all processes costs: seldom while it is followed, often while it is missed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final int MOST_PROCESSES = 32_768;

    private final FindApplication find;
    private final Following following;
    private final ObservationQueue observations;
    private final EventStream events;
    private final Coverages coverages;
    private final Duration patience;
    private final Duration pulse;
    private final LongSupplier nanos;
    private final Supplier<Optional<WatchEnd>> asked;
    private final ProcessTree tree = new ProcessTree(MOST_PROCESSES);
    private long giveUp;
    private long nextLook;
    private boolean missing;

    /** What a watch works with. */
    record Parts(
            FindApplication find,
            Following following,
            ObservationQueue observations,
            EventStream events,
            Coverages coverages) {}

    /**
     * @param pulse see {@link #PULSE}
     * @param nanos a clock that only goes forward
     * @param asked why it shall end; empty as long as it shall not
     */
    Watch(Parts parts, Duration patience, Duration pulse, LongSupplier nanos, Supplier<Optional<WatchEnd>> asked) {
        this.find = parts.find();
        this.following = parts.following();
        this.observations = parts.observations();
        this.events = parts.events();
        this.coverages = parts.coverages();
        this.patience = patience;
        this.pulse = pulse;
        this.nanos = nanos;
        this.asked = asked;
    }

    WatchEnd run() throws InterruptedException {
        giveUp = nanos.getAsLong() + patience.toNanos();
        nextLook = nanos.getAsLong();
        missing = true;
        WatchEnd end = null;
        while (end == null) {
            end = step();
        }
        if (end != WatchEnd.STUCK) {
            following.close();
            drain();
        }
        return end;
    }

    private @Nullable WatchEnd step() throws InterruptedException {
        Optional<WatchEnd> end = asked.get();
        if (end.isPresent()) {
            coverages.unavailable("the sidecar was told to stop");
            return end.get();
        }
        if (following.isStuck()) {
            coverages.unavailable("the tracer did not answer the kernel for too long, and lets everything go");
            return WatchEnd.STUCK;
        }
        if (nanos.getAsLong() - nextLook >= 0) {
            look();
            if (missing && nanos.getAsLong() - giveUp >= 0) {
                coverages.unavailable("there was not " + find.rule().description() + " for " + patience.toSeconds()
                        + " seconds: nothing is watched");
                return WatchEnd.NOT_FOUND;
            }
        }
        Observation observation = observations.poll(pulse);
        if (observation != null) {
            handle(observation);
        }
        long lost = observations.takeLostExecutions();
        if (lost > 0) {
            coverages.lost(lost);
        }
        events.sayLost();
        return null;
    }

    private void look() throws InterruptedException {
        List<Integer> found = find.now();
        if (following.follow(found)) {
            giveUp = nanos.getAsLong() + patience.toNanos();
        }
        missing = !following.any() && !following.refused();
        nextLook = nanos.getAsLong() + (missing ? pulse : LOOK_AGAIN).toNanos();
    }

    private void handle(Observation observation) {
        if (observation instanceof Observation.Seen seen) {
            tree.seen(seen.process());
            if (seen.started()) {
                events.give(new ProcessExecution(seen.at(), seen.process()));
            }
        } else if (observation instanceof Observation.Unseen unseen) {
            int parent = tree.of(unseen.pid()).map(ProcessFacts::parentPid).orElse(0);
            events.give(new ProcessExecution(
                    unseen.at(), new ProcessFacts(unseen.pid(), parent, 0, 0, "", CommandLine.of(List.of()))));
        } else if (observation instanceof Observation.Forked forked) {
            tree.forked(forked.parentPid(), forked.pid());
        } else if (observation instanceof Observation.Ended ended) {
            tree.ended(ended.pid());
        } else {
            nextLook = nanos.getAsLong();
        }
    }

    private void drain() throws InterruptedException {
        Observation observation = observations.poll(Duration.ZERO);
        while (observation != null) {
            handle(observation);
            observation = observations.poll(Duration.ZERO);
        }
        events.sayLost();
    }
}
