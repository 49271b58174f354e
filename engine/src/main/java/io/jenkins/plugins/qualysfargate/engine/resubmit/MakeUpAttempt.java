package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to make up for a failed run, as the ledger keeps it.
 *
 * @param zoneId null if it may run in any zone
 * @param zoneName empty if it is not known
 * @param dueAt of the occurrence that it makes up for
 * @param number counted from 1 for this occurrence
 * @param askedAt when it was decided
 * @param by who asked for it, and why
 * @param approved true if a person agreed to what needs it
 * @param launches how often it was sent, or may have been
 * @param launchedAt when the last intent was saved
 * @param knownRuns runs of the subject that were there before, so that none of them is taken for this one
 * @param runId null if it is not known
 * @param waitingSince from when on the time counts in which it must begin to scan
 * @param words what is known of it, a sentence
 * @param steps what a person should do, in order; none if nothing
 * @param told true if nobody has to be told any more
 */
public record MakeUpAttempt(
        String sourceId,
        String monitorId,
        String subjectId,
        String subjectName,
        @Nullable String zoneId,
        String zoneName,
        Instant dueAt,
        int number,
        AttemptState state,
        Instant askedAt,
        Pause.By by,
        boolean approved,
        int launches,
        Instant launchedAt,
        List<String> knownRuns,
        @Nullable String runId,
        Instant waitingSince,
        String words,
        List<String> steps,
        boolean told) {
    public MakeUpAttempt {
        knownRuns = List.copyOf(knownRuns);
        steps = List.copyOf(steps);
    }

    /** Which subject of which monitor it is for. */
    public TrackKey track() {
        return new TrackKey(monitorId, subjectId);
    }

    /** True if it is this one, in whatever state. */
    boolean same(MakeUpAttempt other) {
        return subjectId.equals(other.subjectId) && askedAt.equals(other.askedAt);
    }

    /** The next state with what is known of it; whatever ends ill is still to be told. */
    MakeUpAttempt now(AttemptState next, String known) {
        boolean ill = !next.underWay() && next != AttemptState.FINISHED;
        return with(next, runId, known, steps, !ill);
    }

    MakeUpAttempt found(String run, String known) {
        return with(AttemptState.LAUNCHED, run, known, steps, told);
    }

    MakeUpAttempt advising(List<String> advice) {
        return with(state, runId, words, advice, told);
    }

    MakeUpAttempt heard() {
        return with(state, runId, words, steps, true);
    }

    private MakeUpAttempt with(
            AttemptState next, @Nullable String run, String known, List<String> advice, boolean isTold) {
        return new MakeUpAttempt(
                sourceId,
                monitorId,
                subjectId,
                subjectName,
                zoneId,
                zoneName,
                dueAt,
                number,
                next,
                askedAt,
                by,
                approved,
                launches,
                launchedAt,
                knownRuns,
                run,
                waitingSince,
                known,
                advice,
                isTold);
    }

    /** Sent once more; runs that are there by now are known. */
    MakeUpAttempt again(Instant now, List<String> known) {
        return timed(launches + 1, now, known, now);
    }

    /** The time in which it must begin counts from now on. */
    MakeUpAttempt waitingFrom(Instant now) {
        return timed(launches, launchedAt, knownRuns, now);
    }

    private MakeUpAttempt timed(int times, Instant sent, List<String> known, Instant waiting) {
        return new MakeUpAttempt(
                sourceId,
                monitorId,
                subjectId,
                subjectName,
                zoneId,
                zoneName,
                dueAt,
                number,
                state,
                askedAt,
                by,
                approved,
                times,
                sent,
                known,
                runId,
                waiting,
                words,
                steps,
                told);
    }
}
