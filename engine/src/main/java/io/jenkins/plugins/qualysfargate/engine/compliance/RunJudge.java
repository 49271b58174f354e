package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.EMPTY_SUSPECT;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.FAILED;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.IMPORT_FAILED;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.IMPORT_PENDING;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.OK;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.OK_LATE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.OVERRUN;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.PARTIAL;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.RUNNING;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.STALLED;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.UNKNOWN;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Judges one run against the deadlines of its occurrence. */
final class RunJudge {
    private final Evidence evidence;
    private final ReachJudge reach;

    RunJudge(Evidence evidence) {
        this.evidence = evidence;
        this.reach = new ReachJudge(evidence);
    }

    /** Of a run that answers for this slot, or makes up for it. */
    Judged judge(Run run, Instant finishBy) {
        Instant begun = run.startedAt() == null ? run.createdAt() : run.startedAt();
        Instant latest = begun.plus(evidence.windows().maxRuntime());
        // Only a run that began in its window is held to the end of that window; a make-up run has its run time.
        Instant deadline = finishBy.isBefore(latest) && begun.isBefore(finishBy) ? finishBy : latest;
        return run.state().active() ? active(run, deadline) : ended(run, deadline);
    }

    private Judged active(Run run, Instant deadline) {
        Instant stallsAt = stallsAt(run);
        if (stallsAt != null && evidence.reached(stallsAt)) {
            return bad(
                    STALLED, stallsAt, run, Words.stalled(run, evidence), "Look at the scanner before anything else.");
        }
        if (evidence.reached(deadline)) {
            return overrun(run, deadline);
        }
        Instant next = stallsAt != null && stallsAt.isBefore(deadline) ? stallsAt : deadline;
        Instant since = run.startedAt() == null ? run.createdAt() : run.startedAt();
        return new Judged(judgement(RUNNING, since, run, Words.running(run), ""), null, next, false, null);
    }

    private static Judged overrun(Run run, Instant deadline) {
        return bad(
                OVERRUN,
                deadline,
                run,
                "It is still in progress (" + Words.word(run) + ").",
                "Wait for it to end, or stop it if it stands in the way of the next one.");
    }

    /** Queued and paused runs do not get on; others only if the source counts. */
    private @Nullable Instant stallsAt(Run run) {
        Progress seen = evidence.progress();
        boolean counted = run.reach().progress() != null;
        if (run.state() == RunState.RUNNING && !counted) {
            return null;
        }
        Instant last = seen != null && seen.runId().equals(run.id()) ? seen.at() : run.createdAt();
        return last.plus(evidence.windows().stall());
    }

    private Judged ended(Run run, Instant deadline) {
        Instant end = run.finishedAt() == null ? run.createdAt() : run.finishedAt();
        return switch (run.state()) {
            case COMPLETED -> completed(run, end, deadline);
            case PARTIAL ->
                bad(PARTIAL, end, run, Words.ended(run, "ended with a part of its targets only"), Words.RUN_AGAIN);
            case FAILED, STOPPED -> bad(FAILED, end, run, Words.ended(run, "failed"), Words.RUN_AGAIN);
            case UNRECOGNISED, QUEUED, RUNNING, PAUSED ->
                bad(
                        UNKNOWN,
                        end,
                        run,
                        "Its source calls its state " + Words.word(run) + ", which is not known here.",
                        "Look at the run in its source; report the word if it is a usual one.");
        };
    }

    private Judged completed(Run run, Instant end, Instant deadline) {
        Instant importBy = end.plus(evidence.windows().importGrace());
        return switch (run.imported()) {
            case NOT_NEEDED, FINISHED -> imported(run, end, deadline);
            case PENDING ->
                evidence.reached(importBy)
                        ? bad(IMPORT_FAILED, importBy, run, Words.notImported(run), Words.IMPORT_AGAIN)
                        : new Judged(
                                judgement(
                                        IMPORT_PENDING,
                                        end,
                                        run,
                                        "It ended, and its results are not imported yet.",
                                        ""),
                                null,
                                importBy,
                                false,
                                null);
            case FAILED -> bad(IMPORT_FAILED, end, run, Words.importFailed(run), Words.IMPORT_AGAIN);
            case UNRECOGNISED ->
                bad(
                        UNKNOWN,
                        end,
                        run,
                        "Its source says of the import of its results what is not known here (" + Words.word(run)
                                + ").",
                        "Look at the run in its source; report the word if it is a usual one.");
        };
    }

    private Judged imported(Run run, Instant end, Instant deadline) {
        Judgement doubt = reach.doubt(run, end);
        if (doubt != null) {
            return new Judged(doubt, doubt.state() == EMPTY_SUSPECT ? doubt : null, null, false, null);
        }
        if (end.isAfter(deadline)) {
            Judgement late = judgement(OK_LATE, end, run, "It completed after its window.", "");
            return new Judged(
                    late, overrun(run, deadline).now(), null, true, run.reach().scanned());
        }
        return new Judged(
                judgement(OK, end, run, "It completed in its window.", ""),
                null,
                null,
                true,
                run.reach().scanned());
    }

    private static Judged bad(OccurrenceState state, Instant since, Run run, String reason, String howToFix) {
        Judgement judgement = judgement(state, since, run, reason, howToFix);
        return new Judged(judgement, state.kind() == OccurrenceState.Kind.BAD ? judgement : null, null, false, null);
    }

    private static Judgement judgement(OccurrenceState state, Instant since, Run run, String reason, String howToFix) {
        return new Judgement(state, since, reason, howToFix, run.id());
    }
}
