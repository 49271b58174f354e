package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * By what an occurrence is judged, besides its runs.
 *
 * @param asOf the moment for which it is judged
 * @param usual how many targets good runs scan
 * @param progress of the run that is active; null if none was seen
 * @param zone in which moments are written for people
 */
record Evidence(
        Windows windows,
        Thresholds thresholds,
        Instant asOf,
        Usual usual,
        @Nullable Progress progress,
        ZoneId zone) {

    boolean reached(Instant deadline) {
        return !asOf.isBefore(deadline);
    }
}
