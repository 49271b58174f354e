package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Due when a clock on the wall of its zone shows what a rule of RFC 5545 asks for.
 *
 * @param until the end that the rule names as an instant, null if it names none
 * @param nextRun what the server says is next, null if it says nothing; only compared with the rule, see {@link #disagreement}
 */
public record RecurrenceSchedule(
        RecurrenceTimes times,
        ZoneId zone,
        DstPolicy policy,
        @Nullable Instant until,
        @Nullable Instant nextRun) implements Schedule {

    @Override
    public List<Instant> occurrences(Instant from, Instant to) {
        return timeline().occurrences(this, from, to);
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return timeline().next(after);
    }

    @Override
    public Optional<Instant> previous(Instant before) {
        return timeline().previous(before);
    }

    @Override
    public String canonical() {
        return "rrule %s %s %s %s"
                .formatted(zone, policy, times.start(), times.rule().canonical());
    }

    @Override
    public String words() {
        return RecurrenceWords.of(times).map(words -> words + " " + zone).orElseGet(this::canonical);
    }

    @Override
    public Optional<Disagreement> disagreement() {
        if (nextRun == null || !occurrences(nextRun, nextRun.plusNanos(1)).isEmpty()) {
            return Optional.empty();
        }
        Instant nearest = Stream.of(previous(nextRun), next(nextRun))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(due -> Duration.between(due, nextRun).abs()))
                .orElse(null);
        return Optional.of(new Disagreement(nextRun, nearest));
    }

    private Timeline timeline() {
        return new Timeline(times, zone.getRules(), policy, until);
    }
}
