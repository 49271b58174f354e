package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.NoSchedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of every definition what a monitor can choose, with its due times. */
final class SubjectMaker {
    private final Map<String, TenableDefinition> definitions;
    private final List<TenableResult> results;

    SubjectMaker(Map<String, TenableDefinition> definitions, List<TenableResult> results) {
        this.definitions = definitions;
        this.results = results;
    }

    /**
     * @param schedule null if it cannot be read
     * @param problem why; null if it can
     * @param idleBecause why nothing is owed, completes "it is …"; null if something is
     */
    private record Due(
            @Nullable Schedule schedule,
            @Nullable String problem,
            @Nullable String idleBecause) {}

    List<Subject> subjects() {
        return definitions.values().stream().map(this::subject).toList();
    }

    private Subject subject(TenableDefinition definition) {
        Due due = due(definition.timetable());
        return new Subject(
                definition.id(),
                definition.name(),
                tags(definition),
                definition.zoneId(),
                due.schedule(),
                due.problem(),
                due.idleBecause(),
                definition.createdAt());
    }

    private Due due(TenableTimetable timetable) {
        if (!timetable.enabled()) {
            return new Due(null, null, "switched off");
        }
        Schedule schedule;
        try {
            schedule = Schedules.tenable(
                    timetable.type(), timetable.start(), timetable.repeatRule(), timetable.nextRun(), DstPolicy.RFC);
        } catch (UnreadableScheduleException unreadable) {
            return new Due(null, unreadable.getMessage(), null);
        }
        return schedule.fold(timed -> new Due(timed, null, null), never -> untimed(never, timetable));
    }

    private Due untimed(NoSchedule never, TenableTimetable timetable) {
        return switch (never.reason()) {
            case DEPENDENT -> dependent(timetable.parentId());
            case TEMPLATE -> new Due(never, null, "a template");
            case NEVER -> new Due(never, null, "set to run never");
            case ROLLOVER -> new Due(never, null, "the rest of a scan that ran out of time");
            // A monitor may have a schedule of its own for what somebody else starts.
            case ON_DEMAND, LEVEL -> new Due(never, null, null);
        };
    }

    /** It is due whenever the one has completed that it depends on. */
    private Due dependent(@Nullable String parentId) {
        if (parentId == null || !definitions.containsKey(parentId)) {
            return new Due(
                    null,
                    "It starts when another scan has completed, and that scan"
                            + (parentId == null ? "" : " (id " + parentId + ")")
                            + " is not there, or this user may not see it.",
                    null);
        }
        List<Instant> completed = results.stream()
                .filter(each -> parentId.equals(each.scanId()) && StateWords.state(each.status()) == RunState.COMPLETED)
                .map(TenableResult::finishedAt)
                .flatMap(Stream::ofNullable)
                .toList();
        return new Due(Schedules.listed(completed, ZoneOffset.UTC), null, null);
    }

    private static Set<String> tags(TenableDefinition definition) {
        Set<String> tags = new TreeSet<>();
        tag(tags, "zone:", definition.zoneName());
        tag(tags, "repository:", definition.repository());
        tag(tags, "policy:", definition.policy());
        return tags;
    }

    private static void tag(Set<String> tags, String prefix, String name) {
        if (!name.isEmpty()) {
            tags.add(prefix + name);
        }
    }
}
