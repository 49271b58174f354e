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

    private static final Instant FAR = ANY_DAY.plus(Duration.ofDays(400));
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
        boolean continuous = word.equals(CONTINUOUS);
        if (continuous && runs == SourceType.Runs.SCHEDULED) {
            refuse(section, "a source of this type has runs and no states; write schedule: source, or when it is due");
            return null;
        }
        if (!continuous && runs == SourceType.Runs.NONE) {
            refuse(section, "a source of this type has states and no runs; write schedule: continuous");
            return null;
        }
        if (continuous) {
            return new Timing.Continuous();
        }
        return word.equals(OF_SOURCE) ? new Timing.OfSource() : own(section, value, own, monitorId);
    }

    private @Nullable Timing own(Section section, Value value, Template own, String monitorId) {
        Schedule schedule = schedules.read(value, monitorId, own.dst());
        if (schedule == null) {
            return null;
        }
        checkEarly(section, schedule, own.windows());
        return new Timing.Own(schedule);
    }

    /** Where it stands, which may be in the defaults. */
    private static void refuse(Section section, String why) {
        String where = section.has("schedule") ? "" : "is that of the defaults, and ";
        section.refuse("schedule", where + "cannot be kept: " + why);
    }

    /**
     * A schedule of the defaults that cannot be read is told once, and not again for each monitor.
     *
     * @return the defaults, without it if there is something wrong with it
     */
    Template checked(Template defaults) {
        Value value = defaults.schedule();
        boolean sound = value == null
                || value.word().equals(OF_SOURCE)
                || value.word().equals(CONTINUOUS)
                || schedules.read(value, "", defaults.dst()) != null;
        return sound ? defaults : defaults.withoutSchedule();
    }

    /** A run that may answer for the occurrence after the one that it belongs to makes a missed one look well. */
    private static void checkEarly(Section section, Schedule schedule, Windows windows) {
        shortestGap(schedule)
                .filter(gap -> windows.early().multipliedBy(2).compareTo(gap) > 0)
                .ifPresent(gap -> section.refuse(
                        "windows.early",
                        "is " + Durations.words(windows.early()) + ", more than half of the " + Durations.words(gap)
                                + " from one due time to the next: a run could answer for the wrong one. Write at most "
                                + Durations.words(gap.dividedBy(2))));
    }

    /** How far apart due times are at least; empty if there are not two of them. */
    static Optional<Duration> shortestGap(Schedule schedule) {
        List<Instant> dues = new ArrayList<>();
        Optional<Instant> due = schedule.next(ANY_DAY);
        while (due.isPresent() && dues.size() < LOOKED_AT && due.get().isBefore(FAR)) {
            dues.add(due.get());
            due = schedule.next(due.get());
        }
        return IntStream.range(1, dues.size())
                .mapToObj(i -> Duration.between(dues.get(i - 1), dues.get(i)))
                .min(Duration::compareTo);
    }
}
