package io.jenkins.plugins.qualysfargate.engine.compliance;

import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is scanned or watched: a scan definition, a registry schedule, an image, a cluster.
 *
 * @param id unique in its source; names are not
 * @param name for people, and for selectors
 * @param tags for selectors
 * @param zoneId of the scanners that scan it; null if there is no such thing, or it is not known
 * @param schedule as the source has it; null if it has none
 * @param scheduleProblem why the schedule of the source cannot be read; null if it can
 * @param disabledBecause why nothing is owed, for example "switched off"; null if it is active
 * @param existsSince null if the source does not say
 */
public record Subject(
        String id,
        String name,
        Set<String> tags,
        @Nullable String zoneId,
        @Nullable Schedule schedule,
        @Nullable String scheduleProblem,
        @Nullable String disabledBecause,
        @Nullable Instant existsSince) {
    public Subject {
        tags = Set.copyOf(tags);
    }

    /** An active subject without schedule, zone and tags. */
    public static Subject of(String id, String name) {
        return new Subject(id, name, Set.of(), null, null, null, null, null);
    }
}
