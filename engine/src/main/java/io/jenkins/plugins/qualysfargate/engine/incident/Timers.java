package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moments at which an incident changes by itself; they stand where the incident is stored, so a restart does not move them.
 *
 * @param startedAt when there was something to tell for the first time; null if not yet
 * @param tierDue when each tier of the escalation is due
 * @param tier how many tiers were reached
 * @param remindAt when people are told again; null if they were not told
 * @param emptySince since when nothing fails; null if something does
 */
public record Timers(
        @Nullable Instant startedAt,
        List<Instant> tierDue,
        int tier,
        @Nullable Instant remindAt,
        @Nullable Instant emptySince) {
    static final Timers NONE = new Timers(null, List.of(), 0, null, null);

    public Timers {
        tierDue = List.copyOf(tierDue);
    }
}
