package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys.RepositoryScans.Judged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Puts together what registries, schedules and repositories tell. */
final class RegistryFindings {
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    /** The registry itself, its schedules and their last jobs. */
    void add(QualysRegistry registry, List<RegistrySchedule> schedules) {
        String id = "registry/" + registry.uuid();
        subjects.add(subject(id, registry.uri(), registry, "registry"));
        conditions.add(condition(id, schedules));
        for (RegistrySchedule each : schedules) {
            subjects.add(subject(registry, each));
            ScheduleRun.of(each).ifPresent(runs::add);
        }
    }

    void add(QualysRegistry registry, Collection<Judged> repositories) {
        for (Judged each : repositories) {
            subjects.add(subject(each.id(), each.name(), registry, "repository"));
            conditions.add(each.condition());
        }
    }

    private static Subject subject(QualysRegistry registry, RegistrySchedule from) {
        String name = ForeignLine.of(registry.host() + "/" + (from.name().isEmpty() ? from.uuid() : from.name()));
        ScheduleTimes times = from.onDemand() ? new ScheduleTimes(null, null) : ScheduleTimes.of(from);
        return new Subject(
                from.uuid(),
                name,
                tags(registry, "schedule"),
                registry.uuid(),
                times.schedule(),
                times.problem(),
                from.onDemand() ? "on demand: it runs when somebody starts it" : null,
                from.jobs().created());
    }

    private static Subject subject(String id, String name, QualysRegistry registry, String kind) {
        return new Subject(id, ForeignLine.of(name), tags(registry, kind), registry.uuid(), null, null, null, null);
    }

    private static Set<String> tags(QualysRegistry registry, String kind) {
        return Set.of(kind, "registry:" + ForeignLine.of(registry.host(), 200));
    }

    private static Condition condition(String id, List<RegistrySchedule> schedules) {
        if (schedules.stream().anyMatch(each -> !each.onDemand())) {
            return new Condition(id, Level.HEALTHY, null, null, "", "");
        }
        return new Condition(
                id,
                Level.UNHEALTHY,
                null,
                null,
                schedules.isEmpty()
                        ? "The registry has no schedule, so that nothing scans it."
                        : "The registry has only schedules on demand, so that nothing scans it by itself.",
                "Make a schedule for it in Qualys.");
    }

    List<Subject> subjects() {
        return List.copyOf(subjects);
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    List<Condition> conditions() {
        return List.copyOf(conditions);
    }
}
