package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something is started by its own schedule.
 *
 * @param zoneId null if it may run in any zone
 * @param next null if it is not due any more, or nobody knows
 * @param unclear why nobody knows when it is due; null if it is known
 */
public record DueScan(
        String subjectId,
        String name,
        @Nullable String zoneId,
        @Nullable Instant next,
        @Nullable String unclear) {}
