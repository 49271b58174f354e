package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.MISCONFIGURED;

import io.jenkins.plugins.qualysfargate.engine.schedule.NoSchedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Evaluates one subject of one monitor: a pure function of what it is given. */
public final class TrackEvaluator {
    private static final String APPROVE =
            "Switch it on again, or say that it is owed no more: forget it, with a reason.";

    private static final Predicate<Occurrence> IS_WRONG = each ->
            each.now().state() == MISCONFIGURED || each.key().scheduleHash().equals(Track.OF_MONITOR);

    private TrackEvaluator() {}

    /**
     * What its occurrences are.
     *
     * @param condition of a subject that has one; null if its source names none
     */
    public static Evaluation evaluate(TrackInput in, @Nullable Condition condition) {
        if (!in.monitor().enabled()) {
            return rest(in, "The monitor is switched off.");
        }
        if (in.track().subjectId().isEmpty()) {
            return wrong(in, condition == null ? well(in) : condition);
        }
        if (in.track().goneSince() != null) {
            return wrong(in, gone(in, in.track().goneSince()));
        }
        String disabled = in.subject().disabledBecause();
        if (disabled != null) {
            return switchedOff(in, disabled);
        }
        if (in.monitor().timing() instanceof Timing.Continuous) {
            return new ConditionEvaluator(in, condition == null ? unsaid(in) : condition, OccurrenceState.FAILED)
                    .evaluate();
        }
        return scheduled(in);
    }

    private static Evaluation scheduled(TrackInput in) {
        Schedule schedule = in.monitor().timing() instanceof Timing.Own own
                ? own.schedule()
                : in.subject().schedule();
        if (schedule == null) {
            String problem = in.subject().scheduleProblem();
            String reason = problem == null
                    ? "Its source has no schedule for it, so nobody can say when it is due."
                    : "Its schedule cannot be read: " + problem;
            return wrong(in, unclear(in, reason, "Give it a schedule in its source, or the monitor one of its own."));
        }
        if (schedule instanceof NoSchedule never) {
            return unscheduled(in, never);
        }
        String hash = ScheduleHash.of(schedule);
        if (!in.track().scheduleHash().equals(hash)) {
            return rescheduled(in, schedule, hash);
        }
        List<Occurrence> mended = in.open().stream().filter(IS_WRONG).toList();
        Track track =
                in.track().settled(in.track().settledUpTo(), in.track().record().mended());
        return over(in, track, in.open().stream().filter(IS_WRONG.negate()).toList(), settled(mended), schedule);
    }

    private static Evaluation unscheduled(TrackInput in, NoSchedule never) {
        return never.reason() == NoSchedule.Reason.DEPENDENT
                ? wrong(
                        in,
                        unclear(
                                in,
                                "It is due after another scan, so no clock says when.",
                                "Give the monitor a schedule of its own, with a window that fits."))
                : switchedOff(in, "due " + never.words());
    }

    /** What never was owed is not missed; what was, and is owed no more, somebody has to approve. */
    private static Evaluation switchedOff(TrackInput in, String how) {
        return in.track().used() || !in.open().isEmpty()
                ? wrong(in, unclear(in, "It is owed, and " + how + " in its source.", APPROVE))
                : rest(in, "It is " + how + " in its source.");
    }

    /** The occurrences of the schedule before are closed; what was pending is not owed any more. */
    private static Evaluation rescheduled(TrackInput in, Schedule schedule, String hash) {
        boolean first = in.track().scheduleHash().isEmpty() && !in.track().used();
        Instant from = first ? in.track().owedFrom() : in.sight().asOf();
        List<Occurrence> closed = closed(in, "Its schedule was changed before it came to anything.");
        Tally tally = new Tally(in.track().record(), in.monitor().thresholds());
        closed.forEach(each -> tally.add(each, null));
        Track track = in.track().settled(from, tally.sum().mended()).rescheduled(hash, from);
        return over(in, track, List.of(), closed, schedule);
    }

    private static Evaluation over(
            TrackInput in, Track track, List<Occurrence> open, List<Occurrence> closed, Schedule schedule) {
        TrackInput next =
                new TrackInput(in.monitor(), track, in.subject(), open, in.runs(), in.sight(), in.excuse(), in.now());
        Evaluation evaluation = new ScheduledEvaluator(next, schedule).evaluate();
        if (closed.isEmpty()) {
            return evaluation;
        }
        List<Occurrence> changed = new ArrayList<>(closed);
        changed.addAll(evaluation.changed());
        return new Evaluation(
                evaluation.track(), evaluation.open(), changed, evaluation.standing(), evaluation.changesAt());
    }

    /** What else is open waits until the monitor itself can work again. */
    private static Evaluation wrong(TrackInput in, Condition condition) {
        List<Occurrence> wrong = in.open().stream().filter(IS_WRONG).toList();
        List<Occurrence> waiting =
                new ArrayList<>(in.open().stream().filter(IS_WRONG.negate()).toList());
        TrackInput own = new TrackInput(
                in.monitor(), in.track(), in.subject(), wrong, in.runs(), in.sight(), in.excuse(), in.now());
        Evaluation evaluation = new ConditionEvaluator(own, condition, MISCONFIGURED).evaluate();
        waiting.addAll(evaluation.open());
        return new Evaluation(
                evaluation.track(), waiting, evaluation.changed(), evaluation.standing(), evaluation.changesAt());
    }

    private static List<Occurrence> settled(List<Occurrence> open) {
        return open.stream()
                .map(each ->
                        new Occurrence(each.key(), each.subjectName(), each.now(), each.first(), each.excused(), true))
                .toList();
    }

    private static Condition gone(TrackInput in, Instant since) {
        return new Condition(
                in.track().subjectId(),
                Condition.Level.UNCLEAR,
                since,
                null,
                "Its source does not name it any more.",
                "Bring the definition back, or say that it is owed no more: forget it, with a reason.");
    }

    private static Condition unclear(TrackInput in, String reason, String howToFix) {
        return new Condition(in.track().subjectId(), Condition.Level.UNCLEAR, null, null, reason, howToFix);
    }

    private static Condition unsaid(TrackInput in) {
        return unclear(in, "Its source says nothing of its state.", "See whether the account may read it.");
    }

    private static Condition well(TrackInput in) {
        return new Condition(in.track().subjectId(), Condition.Level.HEALTHY, null, null, "", "");
    }

    /** Nothing is owed for now; what was open is closed. */
    private static Evaluation rest(TrackInput in, String reason) {
        List<Occurrence> closed = closed(in, reason);
        Tally tally = new Tally(in.track().record(), in.monitor().thresholds());
        closed.forEach(each -> tally.add(each, null));
        Instant asOf = in.sight().asOf();
        Instant from =
                asOf.isAfter(in.track().settledUpTo()) ? asOf : in.track().settledUpTo();
        TrackRecord sum = tally.sum();
        Track track = in.track()
                .settled(from, new TrackRecord(Streak.NONE, sum.usual(), sum.latest(), null, null, sum.lastSuccess()));
        Standing standing = Standings.resting(in.monitor(), track, reason, asOf);
        return new Evaluation(track, List.of(), closed, standing, null);
    }

    private static List<Occurrence> closed(TrackInput in, String reason) {
        List<Occurrence> closed = new ArrayList<>();
        for (Occurrence each : in.open()) {
            boolean pending = each.now().state().kind() == OccurrenceState.Kind.PENDING
                    || each.now().state().kind() == OccurrenceState.Kind.UNKNOWN;
            Judgement now = pending
                    ? new Judgement(
                            OccurrenceState.NOT_APPLICABLE,
                            in.sight().asOf(),
                            reason,
                            "",
                            each.now().runId())
                    : each.now();
            closed.add(new Occurrence(each.key(), each.subjectName(), now, each.first(), each.excused(), true));
        }
        return closed;
    }
}
