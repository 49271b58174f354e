package io.jenkins.plugins.qualysfargate.engine.compliance;

import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One monitor over a source whose answers the test makes up; daily at 02:00 UTC unless it says otherwise. */
final class WatchedScans {
    static final Instant FIRST_DUE = Instant.parse("2026-06-10T02:00:00Z");
    static final Windows WINDOWS = new Windows(
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(10),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(4),
            Duration.ofMinutes(10));

    final Map<String, Run> runs = new LinkedHashMap<>();
    final List<Subject> subjects = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();
    Excuse excuse = Excuse.NONE;
    Instant coversFrom = Instant.EPOCH;
    Watch watch;
    Changes last = new Changes(List.of(), List.of(), List.of());

    WatchedScans(Monitor monitor, Instant begin) {
        subjects.add(Subject.of("14", "ALC_all_envs_public_import"));
        watch = new Watch(List.of(monitor), Map.of("sc", Duration.ofMinutes(15)), OwedFrom.SEEN);
        look(begin);
    }

    /** Begins half a day before the first due time. */
    static WatchedScans daily() {
        return new WatchedScans(monitor(new Timing.Own(cron("0 2 * * *"))), FIRST_DUE.minus(Duration.ofHours(12)));
    }

    static Schedule cron(String text) {
        try {
            return Schedules.cron(text, "test", ZoneId.of("UTC"), DstPolicy.RFC);
        } catch (UnreadableScheduleException e) {
            throw new IllegalStateException("not a schedule: " + text, e);
        }
    }

    static Monitor monitor(Timing timing) {
        return monitor(timing, Thresholds.DEFAULT);
    }

    static Monitor monitor(Timing timing, Thresholds thresholds) {
        Care care = new Care("platform", null, Urgency.ERROR, "default", null, null);
        return new Monitor(
                "nightly",
                "sc",
                new Selector.Everything(),
                timing,
                WINDOWS,
                thresholds,
                care,
                null,
                Set.of(),
                true,
                false,
                null);
    }

    static Instant due(int day) {
        return FIRST_DUE.plus(Duration.ofDays(day));
    }

    /** What the source says at that moment is heard and evaluated. */
    WatchedScans look(Instant at) {
        watch.hear(new Look.Seen(new Observation(
                "sc", at, coversFrom, subjects, List.copyOf(runs.values()), conditions, List.of(), Duration.ZERO)));
        last = watch.advance(at, excuse);
        return this;
    }

    WatchedScans blind(Instant at) {
        watch.hear(new Look.Blind("sc", at, "It timed out.", "See whether it is up.", false));
        last = watch.advance(at, excuse);
        return this;
    }

    WatchedScans run(String id, Instant created, RunState state, @Nullable Instant finished) {
        return run(id, created, state, finished, ImportState.FINISHED, new Reach(100L, 90L, 90L));
    }

    WatchedScans run(
            String id, Instant created, RunState state, @Nullable Instant finished, ImportState imported, Reach reach) {
        runs.put(id, new Run(id, "14", created, created, finished, state, imported, reach, null, state.name(), ""));
        return this;
    }

    Standing standing() {
        return watch.standings().stream()
                .filter(each -> !each.subjectId().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    OccurrenceState state() {
        Occurrence latest = standing().latest();
        return latest == null ? OccurrenceState.SCHEDULED : latest.now().state();
    }

    Instant since() {
        return latest().now().since();
    }

    Occurrence latest() {
        return Objects.requireNonNull(standing().latest(), "nothing was due yet");
    }

    /** The first bad judgement of the newest occurrence. */
    OccurrenceState first() {
        return Objects.requireNonNull(latest().first(), "nothing was bad yet").state();
    }

    Judgement trouble() {
        return trouble(standing());
    }

    static Judgement trouble(Standing standing) {
        return Objects.requireNonNull(standing.trouble(), "there is no trouble").now();
    }
}
