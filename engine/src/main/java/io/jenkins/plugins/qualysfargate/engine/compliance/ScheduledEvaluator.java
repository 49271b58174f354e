package io.jenkins.plugins.qualysfargate.engine.compliance;

import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the occurrences of a subject that is due by a schedule. */
final class ScheduledEvaluator {
    /** Below this a difference of clocks is noise; the runs of a source are bound by its own clock. */
    private static final Duration WORTH_WIDENING = Duration.ofSeconds(60);

    private final TrackInput in;
    private final Schedule schedule;
    private final Windows windows;
    private final @Nullable Progress progress;

    ScheduledEvaluator(TrackInput in, Schedule schedule) {
        this.in = in;
        this.schedule = schedule;
        this.windows = widened(in.monitor().windows(), in.sight().skew());
        this.progress = ProgressOfRuns.after(
                in.track().progress(), in.runs(), in.sight().asOf());
    }

    Evaluation evaluate() {
        Instant from = in.track().settledUpTo();
        Instant reached = in.sight().blindBecause() == null ? in.sight().asOf() : in.now();
        List<Instant> dues = schedule.occurrences(from, max(from, reached.plus(windows.early())));
        Instant last = dues.isEmpty() ? from.minusNanos(1) : dues.get(dues.size() - 1);
        Instant upcoming = schedule.next(last).orElse(null);
        Instant before = dues.isEmpty() ? null : schedule.previous(from).orElse(null);
        List<Slot> slots = new Slots(windows, schedule.zone().getRules()).of(dues, before, upcoming);
        Occurrences occurrences = new Occurrences(in, remembered(), upcoming);
        Binding binding = new Binding(in.runs());
        for (Slot slot : slots) {
            occurrences.add(slot, judged(slot, binding.of(slot), occurrences));
        }
        return occurrences.evaluation(progress);
    }

    private Judged judged(Slot slot, List<Run> runs, Occurrences so) {
        Sight sight = in.sight();
        Judged seen = judgedAsOf(sight.asOf(), slot, runs, so);
        if (runs.isEmpty()
                && slot.opens().isBefore(sight.coversFrom())
                && seen.now().state().alarming()) {
            return forgotten(slot, seen);
        }
        if (sight.blindBecause() == null || seen.settled()) {
            return seen;
        }
        Judged feared = judgedAsOf(in.now(), slot, runs, so);
        return feared.now().state() == seen.now().state() ? seen : blind(feared, sight);
    }

    private Judged judgedAsOf(Instant asOf, Slot slot, List<Run> runs, Occurrences so) {
        Evidence evidence =
                new Evidence(windows, in.monitor().thresholds(), asOf, so.usual(), progress, schedule.zone());
        return new OccurrenceJudge(evidence).judge(slot, runs);
    }

    /** What would be bad by now, if nothing has happened since the source was seen last. */
    private Judged blind(Judged feared, Sight sight) {
        if (!feared.now().state().alarming()) {
            return feared;
        }
        String because = "Nobody can tell since " + Words.at(sight.asOf(), schedule.zone())
                + ", when its source answered last. " + sight.blindBecause();
        Judgement unknown = new Judgement(
                OccurrenceState.UNKNOWN,
                feared.now().since(),
                because,
                sight.howToFix(),
                feared.now().runId());
        return new Judged(unknown, null, feared.changesAt(), false, null);
    }

    private Judged forgotten(Slot slot, Judged seen) {
        Judgement unknown = new Judgement(
                OccurrenceState.UNKNOWN,
                seen.now().since(),
                "It was due " + Words.at(slot.due(), schedule.zone()) + ", but its source tells only of runs since "
                        + Words.at(in.sight().coversFrom(), schedule.zone()) + ".",
                "Look for the run in its source; run it again if there is none.",
                null);
        boolean over = slot.over(in.sight().asOf());
        return new Judged(unknown, null, over ? null : slot.closes(), over, null);
    }

    private Map<Instant, Occurrence> remembered() {
        Map<Instant, Occurrence> byDue = new HashMap<>();
        in.open().forEach(each -> byDue.put(each.key().dueAt(), each));
        return byDue;
    }

    private static Windows widened(Windows windows, Duration skew) {
        if (skew.compareTo(WORTH_WIDENING) <= 0) {
            return windows;
        }
        return new Windows(
                windows.early().plus(skew),
                windows.startGrace().plus(skew),
                windows.maxRuntime().plus(skew),
                windows.finish().plus(skew),
                windows.importGrace().plus(skew),
                windows.stall().plus(skew),
                windows.grace().plus(skew),
                windows.damping());
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
