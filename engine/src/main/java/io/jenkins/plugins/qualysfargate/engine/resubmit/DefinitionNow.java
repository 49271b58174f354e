package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a failed run was a run of, as its source has it now.
 *
 * @param zoneId null for automatic and for all zones
 * @param zoneName empty if it is not known
 * @param allowed whether we may start it; null if the source does not say
 * @param modifiedAt null if the source does not say
 * @param dependents how much is started when it has completed; null if the source does not say
 * @param idleBecause why it is not scheduled any more; null if it is
 * @param timeZone of its schedule
 */
public record DefinitionNow(
        String subjectId,
        String name,
        @Nullable String zoneId,
        String zoneName,
        @Nullable Boolean allowed,
        @Nullable Instant modifiedAt,
        @Nullable Long dependents,
        @Nullable String idleBecause,
        ZoneId timeZone) {}
