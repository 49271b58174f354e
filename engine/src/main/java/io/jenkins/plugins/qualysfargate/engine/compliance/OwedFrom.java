package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;

/** Decides since when occurrences of a subject are owed that is seen for the first time. */
@FunctionalInterface
public interface OwedFrom {
    /** Nothing is owed that was due before the monitor, or its subject, was there. */
    OwedFrom SEEN = (monitor, subject, seenAt) -> {
        Instant since = monitor.since() == null ? seenAt : monitor.since();
        Instant exists = subject.existsSince();
        return exists != null && exists.isAfter(since) && exists.isBefore(seenAt) ? exists : since;
    };

    Instant of(Monitor monitor, Subject subject, Instant seenAt);
}
