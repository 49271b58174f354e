package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads a point in time whose unit the source does not state. */
final class EpochTime {
    // The year 2001 in the smaller unit is the year 5138 or later in the larger one, so there is no overlap in
    // practice.
    private static final long LEAST_NANOS = 100_000_000_000_000_000L;
    private static final long LEAST_MICROS = 100_000_000_000_000L;
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private EpochTime() {}

    /** Null if the number is no plausible time. */
    static @Nullable Instant guess(Number number) {
        long value = number.longValue();
        if (value <= 0 || number instanceof BigInteger) {
            return null;
        }
        if (value >= LEAST_NANOS) {
            return Instant.EPOCH.plusNanos(value);
        }
        if (value >= LEAST_MICROS) {
            return Instant.EPOCH.plus(value, ChronoUnit.MICROS);
        }
        return value >= LEAST_MILLIS ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
    }

    /** Null if the text is no ISO 8601 time with a zone. */
    static @Nullable Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
