package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Judges whether a launched run really scans; accepted is not started. */
final class VerifyStart {
    private VerifyStart() {}

    /**
     * @param look null if the source does not have the run any more
     * @param zoneBusy true if something else is really running in its zone
     */
    static StartVerdict judge(
            MakeUpAttempt attempt, @Nullable RunLook look, boolean zoneBusy, StartRules rules, Instant now) {
        if (look == null) {
            return attempt.state() == AttemptState.SCANNING
                    ? new StartVerdict(
                            StartVerdict.Kind.FINISHED, "Its run " + attempt.runId() + " is not there any more.")
                    : never("Its run " + attempt.runId() + " is not there any more, and nobody saw it scan.");
        }
        boolean begun = look.begun() || attempt.state() == AttemptState.SCANNING;
        if (look.ended()) {
            return begun
                    ? new StartVerdict(StartVerdict.Kind.FINISHED, "Its run has ended as " + look.words() + ".")
                    : never("Its run has ended as " + look.words() + " before anything was scanned.");
        }
        if (begun) {
            return new StartVerdict(StartVerdict.Kind.SCANNING, "Its run is really scanning.");
        }
        if (look.state() == RunState.QUEUED && zoneBusy) {
            return new StartVerdict(
                    StartVerdict.Kind.QUEUED_BEHIND_OTHERS,
                    "Its run is queued, because something else runs in its zone.");
        }
        if (now.isBefore(attempt.waitingSince().plus(rules.startWithin()))) {
            return new StartVerdict(
                    StartVerdict.Kind.WAITING, "Its run is " + look.words() + " and does not scan yet.");
        }
        return never("Its run is " + look.words() + ", and within "
                + rules.startWithin().toMinutes() + " minutes nothing was scanned.");
    }

    private static StartVerdict never(String words) {
        return new StartVerdict(StartVerdict.Kind.NEVER_STARTED, words);
    }
}
