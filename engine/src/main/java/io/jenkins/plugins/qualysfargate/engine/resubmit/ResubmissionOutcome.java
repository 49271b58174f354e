package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param attempt null if nothing was to be launched
 * @param words what there is to say of it, for people
 */
public record ResubmissionOutcome(
        TrackKey track,
        String subjectName,
        ResubmissionDecision decision,
        Did did,
        @Nullable MakeUpAttempt attempt,
        String words) {}
