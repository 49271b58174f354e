package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Duration;
import java.time.Instant;

/** How much is computed at most, whatever a schedule asks for. */
final class Limits {
    /** Due times in one answer. */
    static final int OCCURRENCES = 1_000_000;
    /** How far ahead and back a neighbour is looked for: 29 February on a Monday is 40 years away at most. */
    static final Duration HORIZON = Duration.ofDays(36_525);
    /** Characters of a schedule. */
    static final int TEXT = 4_000;

    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Limits() {}

    static Instant clamp(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }

    /** The first whole second at or after the instant. */
    static long secondFrom(Instant instant) {
        Instant clamped = clamp(instant);
        return clamped.getEpochSecond() + (clamped.getNano() > 0 ? 1 : 0);
    }

    static IllegalArgumentException tooMany(Schedule schedule, Instant from, Instant to) {
        return new IllegalArgumentException("More than %d due times of \"%s\" from %s to %s: ask for a shorter time"
                .formatted(OCCURRENCES, schedule.canonical(), from, to));
    }
}
