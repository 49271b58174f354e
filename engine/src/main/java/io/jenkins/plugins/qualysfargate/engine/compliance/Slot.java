package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One due time with the moments that follow from it.
 *
 * @param opens runs that were created from here on answer for it
 * @param closes from here on they answer for the next one; null if there is no next one
 * @param lateAt without a run it is late
 * @param missedAt without a run it is missed
 * @param finishBy what still runs then overruns
 */
record Slot(Instant due, Instant opens, @Nullable Instant closes, Instant lateAt, Instant missedAt, Instant finishBy) {

    /** True if no run that is created then or later can answer for it. */
    boolean over(Instant at) {
        return closes == null ? !at.isBefore(missedAt) : !at.isBefore(closes);
    }
}
