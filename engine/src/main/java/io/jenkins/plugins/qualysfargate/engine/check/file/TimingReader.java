package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.model.Durations;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads where a monitor takes its due times from, and refuses what its source can never answer. */
record TimingReader(ScheduleReader schedules) {
    private static final String OF_SOURCE = "source";
    private static final String CONTINUOUS = "continuous";
    /** Some due times from here on tell how far apart they are; any other day would do. */
    private static final Instant ANY_DAY = Instant.parse("2026-01-01T00:00:00Z");

    private static final int LOOKED_AT = 5;

    /** Null (and a problem) if there is none. */
    @Nullable
    Timing read(Section section, Template own, String monitorId, SourceOptions source) {
        Value value = own.schedule();
        SourceType.Runs runs = SourceReader.type(source).runs();
        if (value == null) {
            return runs == SourceType.Runs.NONE ? new Timing.Continuous() : new Timing.OfSource();
        }
        String word = value.hasKeys() ? "" : value.word();
        if (word.equals(OF_SOURCE)) {
            return allowed(section, runs != SourceType.Runs.NONE, "has no schedules", new Timing.OfSource());
        }
        if (word.equals(CONTINUOUS)) {
            return allowed(section, runs != SourceType.Runs.SCHEDULED, "has runs and no states", new Timing.Continuous());
        }
        Schedule schedule = schedules.read(value, monitorId, own.dst());
        if (schedule == null) {
            return null;
        }
        checkEarly(section, schedule, own.windows());
        return allowed(section, runs != SourceType.Runs.NONE, "has states and no runs", new Timing.Own(schedule));
    }

    private static @Nullable Timing allowed(Section section, boolean allowed, String why, Timing timing) {
        if (allowed) {
            return timing;
        }
        section.missing("schedule", "cannot be kept: a source of this type " + why + "; leave schedule out");
        return null;
    }

    /** A run that may answer for the occurrence after the one that it belongs to makes a missed one look well. */
    private static void checkEarly(Section section, Schedule schedule, Windows windows) {
        shortestGap(schedule)
                .filter(gap -> windows.early().multipliedBy(2).compareTo(gap) > 0)
                .ifPresent(gap -> section.missing(
                        "windows.early",
                        "is " + Durations.words(windows.early()) + ", more than half of the " + Durations.words(gap)
                                + " from one due time to the next: a run could answer for the wrong one"));
    }

    /** How far apart due times are at least; empty if there are not two of them. */
    static Optional<Duration> shortestGap(Schedule schedule) {
        List<Instant> dues = new ArrayList<>();
        Optional<Instant> due = schedule.next(ANY_DAY);
        while (due.isPresent() && dues.size() < LOOKED_AT) {
            dues.add(due.get());
            due = schedule.next(due.get());
        }
        return IntStream.range(1, dues.size())
                .mapToObj(i -> Duration.between(dues.get(i - 1), dues.get(i)))
                .min(Duration::compareTo);
    }
}
