package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import java.time.Instant;

/** What the tracer heard, on its way to the thread that makes events of it. */
sealed interface Observation {
    /** @param started true if it was seen to start this program, false if it was there before */
    record Seen(Instant at, ProcessFacts process, boolean started) implements Observation {}

    record Unseen(Instant at, int pid) implements Observation {}

    record Forked(int parentPid, int pid) implements Observation {}

    record Ended(int pid) implements Observation {}

    record AllEnded() implements Observation {}
}
