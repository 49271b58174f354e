package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.DUE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.FAILED_AGAIN;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.LATE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.MISSED;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.RECOVERED;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.RECOVERING;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.RUNNING;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.RUNNING_LATE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.SCHEDULED;

import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges one slot by the runs that were created in it; the same input gives the same judgement. */
final class OccurrenceJudge {
    private final Evidence evidence;
    private final RunJudge runJudge;

    OccurrenceJudge(Evidence evidence) {
        this.evidence = evidence;
        this.runJudge = new RunJudge(evidence);
    }

    /** @param runs created in the slot, in the order of their creation */
    Judged judge(Slot slot, List<Run> runs) {
        return runs.isEmpty() ? withoutRun(slot) : withRuns(slot, runs);
    }

    private Judged withoutRun(Slot slot) {
        if (evidence.reached(slot.missedAt())) {
            Judgement missed = missed(slot);
            Instant over = slot.closes();
            boolean settled = slot.over(evidence.asOf());
            return new Judged(missed, missed, settled ? null : over, settled, null);
        }
        if (evidence.reached(slot.lateAt())) {
            Judgement late = late(slot);
            return new Judged(late, late, slot.missedAt(), false, null);
        }
        boolean due = evidence.reached(slot.due());
        Judgement waiting = due
                ? new Judgement(DUE, slot.due(), "It is due, and may begin until " + at(slot.lateAt()) + ".", "", null)
                : new Judgement(SCHEDULED, slot.opens(), "It is due " + at(slot.due()) + ".", "", null);
        return new Judged(waiting, null, due ? slot.lateAt() : slot.due(), false, null);
    }

    private Judgement missed(Slot slot) {
        return new Judgement(
                MISSED,
                slot.missedAt(),
                "It was due " + at(slot.due()) + " and did not run.",
                "See whether its schedule is switched on and its scanners work, then run it.",
                null);
    }

    private Judgement late(Slot slot) {
        return new Judgement(
                LATE,
                slot.lateAt(),
                "It was due " + at(slot.due()) + " and has not begun.",
                "See whether its schedule is switched on and its scanners work.",
                null);
    }

    private Judged withRuns(Slot slot, List<Run> runs) {
        Instant begun = runs.get(0).createdAt();
        Judgement first = null;
        if (!begun.isBefore(slot.missedAt())) {
            first = missed(slot);
        } else if (begun.isAfter(slot.lateAt())) {
            first = late(slot);
        }
        boolean makesUp = first != null && first.state() == MISSED;
        Judged judged = null;
        for (Iterator<Run> each = runs.iterator(); each.hasNext(); ) {
            judged = runJudge.judge(each.next(), slot.finishBy());
            first = first == null ? judged.first() : first;
            if (judged.now().state().kind() == Kind.GOOD) {
                break;
            }
            makesUp |= each.hasNext() && judged.now().state().alarming();
        }
        return finish(slot, judged, first, makesUp);
    }

    private Judged finish(Slot slot, @Nullable Judged last, @Nullable Judgement first, boolean makesUp) {
        if (last == null) {
            throw new IllegalArgumentException("The occurrence that was due " + slot.due() + " has no run to judge");
        }
        boolean waits = last.changesAt() != null
                || last.now().state() == OccurrenceState.OVERRUN
                || last.now().state() == OccurrenceState.STALLED;
        boolean settled = last.settled() || (!waits && slot.over(evidence.asOf()));
        Instant next = last.changesAt() == null && !settled && !waits ? slot.closes() : last.changesAt();
        return new Judged(renamed(last.now(), slot, makesUp), first, next, settled, last.scanned());
    }

    /** The same under the name that it has for a late run or a make-up run. */
    private Judgement renamed(Judgement judgement, Slot slot, boolean makesUp) {
        OccurrenceState state = judgement.state();
        if (!makesUp) {
            boolean late = state == RUNNING && judgement.since().isAfter(slot.lateAt());
            return late ? as(RUNNING_LATE, judgement) : judgement;
        }
        return switch (state.kind()) {
            case GOOD -> as(RECOVERED, judgement);
            case PENDING -> as(RECOVERING, judgement);
            case BAD -> as(FAILED_AGAIN, judgement);
            case UNKNOWN, EXEMPT -> judgement;
        };
    }

    private static Judgement as(OccurrenceState state, Judgement it) {
        return new Judgement(state, it.since(), it.reason(), it.howToFix(), it.runId());
    }

    private String at(Instant moment) {
        return Words.at(moment, evidence.zone());
    }
}
