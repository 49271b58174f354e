package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Due at the anchor and then after every period of elapsed time, whatever clocks show; never before the anchor.
 *
 * @param period between a second and a hundred years
 * @param anchor the first due time, for example when it last succeeded; part of what identifies the schedule
 */
public record PeriodSchedule(Duration period, Instant anchor) implements Schedule {
    static final Duration SHORTEST = Duration.ofSeconds(1);

    public PeriodSchedule {
        if (period.compareTo(SHORTEST) < 0
                || period.compareTo(Limits.HORIZON) > 0
                || !Limits.clamp(anchor).equals(anchor)) {
            throw new IllegalArgumentException("Every %s from %s is no schedule: the period must be between %s and %s"
                    .formatted(period, anchor, SHORTEST, Limits.HORIZON));
        }
    }

    @Override
    public List<Instant> occurrences(Instant from, Instant to) {
        long first = periodsBefore(from);
        long end = periodsBefore(to);
        if (end - first > Limits.OCCURRENCES) {
            throw Limits.tooMany(this, from, to);
        }
        return LongStream.range(first, end).mapToObj(this::due).toList();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return Optional.of(due(periodsBefore(Limits.clamp(after).plusNanos(1))))
                .filter(due -> due.isBefore(Limits.LATEST) && due.isAfter(after));
    }

    @Override
    public Optional<Instant> previous(Instant before) {
        long periods = periodsBefore(before);
        return periods == 0 ? Optional.empty() : Optional.of(due(periods - 1));
    }

    @Override
    public String canonical() {
        return "every " + period + " from " + anchor;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public String words() {
        return "every %s from %s UTC".formatted(Words.duration(period), Words.minute(anchor.atOffset(ZoneOffset.UTC)));
    }

    private Instant due(long periods) {
        return anchor.plus(period.multipliedBy(periods));
    }

    /** How many due times lie before the instant, which is also the number of the first one that does not. */
    private long periodsBefore(Instant instant) {
        Instant clamped = Limits.clamp(instant);
        if (!clamped.isAfter(anchor)) {
            return 0;
        }
        Duration elapsed = Duration.between(anchor, clamped);
        long whole = elapsed.dividedBy(period);
        return period.multipliedBy(whole).equals(elapsed) ? whole : whole + 1;
    }
}
