package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When waiting is over: by the clock, and by the number of questions in case somebody sets it back. */
final class Deadline {
    private final Clock clock;
    private final Duration interval;
    private final Instant until;
    private long left;

    /** @throws IllegalArgumentException if there would be no time between two questions */
    Deadline(Clock clock, Duration limit, Duration interval) {
        if (interval.isZero() || interval.isNegative() || limit.isNegative()) {
            throw new IllegalArgumentException(
                    "waiting takes some time between two questions, not " + interval + " for " + limit);
        }
        this.clock = clock;
        this.interval = interval;
        this.until = clock.instant().plus(limit);
        this.left = limit.dividedBy(interval);
    }

    /** True if there is no time for another question; to be asked once after each. */
    boolean reached() {
        return left-- <= 0 || clock.instant().plus(interval).isAfter(until);
    }
}
