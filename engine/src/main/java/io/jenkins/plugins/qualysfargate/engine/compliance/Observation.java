package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a source said when it was looked at; it is whole, or there is none.
 *
 * @param at when the look began, by our clock
 * @param coversFrom runs that were created earlier may be missing
 * @param runs created since then, and every run that is still active
 * @param components on which runs depend
 * @param skew how far the clock of the source is ahead of ours; null if it could not be measured
 */
public record Observation(
        String sourceId,
        Instant at,
        Instant coversFrom,
        List<Subject> subjects,
        List<Run> runs,
        List<Condition> conditions,
        List<Component> components,
        @Nullable Duration skew) {
    public Observation {
        subjects = List.copyOf(subjects);
        runs = List.copyOf(runs);
        conditions = List.copyOf(conditions);
        components = List.copyOf(components);
    }
}
