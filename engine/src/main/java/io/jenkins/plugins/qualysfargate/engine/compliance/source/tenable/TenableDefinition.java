package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan as somebody has defined it: Tenable.sc API, /scan. Credentials and policy preferences are never asked for.
 *
 * @param name not unique
 * @param zoneId whose scanners scan it; null for automatic and for all zones
 * @param maxScanSeconds after so long the rest is imported or rolled over; null if there is no limit
 * @param timeoutAction what becomes of the rest then, for example {@code import} or {@code rollover}
 * @param dependents how many scans start when this one has completed; null if the server does not say
 * @param canUse null if the server does not say
 * @param canManage null if the server does not say
 * @param createdAt null if the server does not say
 * @param modifiedAt null if the server does not say
 */
public record TenableDefinition(
        String id,
        String name,
        @Nullable String zoneId,
        String zoneName,
        String repository,
        String policy,
        TenableTimetable timetable,
        @Nullable Long maxScanSeconds,
        String timeoutAction,
        @Nullable Long dependents,
        @Nullable Boolean canUse,
        @Nullable Boolean canManage,
        @Nullable Instant createdAt,
        @Nullable Instant modifiedAt) {}
