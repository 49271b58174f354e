package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Due when a clock on the wall of its zone shows what at least one of its lines asks for.
 *
 * @param lines sorted, each once
 */
public record CronSchedule(List<CronLine> lines, ZoneId zone, DstPolicy policy) implements Schedule {

    public CronSchedule {
        lines = List.copyOf(lines);
    }

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
        return lines.stream()
                .map(CronLine::canonical)
                .collect(Collectors.joining("; ", "cron %s %s ".formatted(zone, policy), ""));
    }

    @Override
    public String words() {
        return CronWords.of(lines).map(words -> words + " " + zone).orElseGet(this::canonical);
    }

    private Timeline timeline() {
        return Timeline.of(this::collect, zone, policy);
    }

    private boolean collect(long from, long to, Seconds into) {
        for (CronLine line : lines) {
            if (!line.collect(from, to, into)) {
                return false;
            }
        }
        return true;
    }
}
