package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import org.jspecify.annotations.Nullable;

/**
 * A run that is queued, running or paused, or of which that cannot be excluded.
 *
 * @param subjectId null if nobody knows what it is a run of
 * @param zoneId null if it may be in any zone
 * @param word the source's own word for the state
 */
public record ActiveRun(
        String runId,
        @Nullable String subjectId,
        String name,
        @Nullable String zoneId,
        RunState state,
        String word) {}
