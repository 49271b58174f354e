package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.DUE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.FAILED;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.NOT_APPLICABLE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.OK;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.RECOVERED;
import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.UNKNOWN;

import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a subject that has a condition instead of runs. One occurrence lasts as long as nothing is wrong, and on through
 * what is wrong until it has recovered; then the next one begins.
 */
final class ConditionEvaluator {
    private final TrackInput in;
    private final Condition condition;
    /** What bad is called: failed for a subject, misconfigured for the monitor itself. */
    private final OccurrenceState bad;

    private final Instant asOf;
    private final Health before;
    private final @Nullable Occurrence current;

    ConditionEvaluator(TrackInput in, Condition condition, OccurrenceState bad) {
        this.in = in;
        this.condition = condition;
        this.bad = bad;
        this.asOf = in.sight().asOf();
        Health known = in.track().health();
        this.before = known == null ? new Health(in.track().owedFrom(), null, null) : known;
        this.current = in.open().isEmpty() ? null : in.open().get(in.open().size() - 1);
    }

    Evaluation evaluate() {
        Health health = health();
        Judged judged = judged(health);
        Occurrence after = occurrence(health.episode(), judged);
        List<Occurrence> changed = new ArrayList<>();
        if (!after.equals(current)) {
            changed.add(after);
        }
        Tally tally = new Tally(in.track().record(), in.monitor().thresholds());
        tally.add(after, null);
        Track track = in.track().with(health);
        List<Occurrence> open = List.of(after);
        if (after.settled()) {
            track = track.settled(asOf, tally.sum()).with(new Health(asOf, null, health.healthySince()));
            open = List.of();
        }
        return new Evaluation(
                track, open, changed, Standings.of(in.monitor(), track, tally.sum(), null), judged.changesAt());
    }

    private Health health() {
        return switch (condition.level()) {
            case HEALTHY ->
                new Health(before.episode(), null, before.healthySince() == null ? asOf : before.healthySince());
            case UNHEALTHY, UNCLEAR ->
                new Health(before.episode(), before.unhealthySince() == null ? asOf : before.unhealthySince(), null);
            case NOT_APPLICABLE -> new Health(before.episode(), null, null);
        };
    }

    private Judged judged(Health health) {
        if (in.sight().blindBecause() != null) {
            return blind(
                    in.sight().blindBecause(), asOf.plus(in.monitor().windows().grace()), health);
        }
        return seen(health);
    }

    /** What was seen holds for the grace. */
    private Judged blind(String because, Instant until, Health health) {
        if (in.now().isBefore(until)) {
            Judged seen = seen(health);
            return new Judged(seen.now(), seen.first(), until, false, null);
        }
        String reason = "Nobody can tell since its source answered last. " + because;
        return open(judgement(UNKNOWN, until, reason, in.sight().howToFix()));
    }

    private Judged seen(Health health) {
        return switch (condition.level()) {
            case HEALTHY -> healthy(health);
            case UNHEALTHY -> unhealthy(health);
            case UNCLEAR ->
                open(judgement(bad == FAILED ? UNKNOWN : bad, since(health), condition.reason(), condition.howToFix()));
            case NOT_APPLICABLE -> open(judgement(NOT_APPLICABLE, asOf(health), condition.reason(), ""));
        };
    }

    private Judged healthy(Health health) {
        Instant since = health.healthySince() == null ? asOf : health.healthySince();
        boolean wasBad = current != null
                && (current.first() != null || current.now().state().alarming());
        if (!wasBad) {
            return open(judgement(OK, current == null ? since : current.now().since(), "It is as it should be.", ""));
        }
        // What was wrong with the monitor itself does not come and go.
        Instant trusted = bad == FAILED ? since.plus(in.monitor().windows().damping()) : since;
        if (asOf.isBefore(trusted) && current != null) {
            return new Judged(current.now(), current.first(), trusted, false, null);
        }
        return new Judged(judgement(RECOVERED, since, "It is as it should be again.", ""), null, null, true, null);
    }

    private Judged unhealthy(Health health) {
        Instant deadline = since(health).plus(in.monitor().windows().grace());
        if (asOf.isBefore(deadline)) {
            String reason = condition.reason() + " Nobody is told before " + Words.at(deadline, ZoneOffset.UTC) + ".";
            return new Judged(judgement(DUE, since(health), reason, condition.howToFix()), null, deadline, false, null);
        }
        return open(judgement(bad, deadline, condition.reason(), condition.howToFix()));
    }

    /** Since when it is bad: by the source, or since it was seen so if that is longer, because a source may count anew each time. */
    private Instant since(Health health) {
        Instant seen = health.unhealthySince() == null ? asOf : health.unhealthySince();
        return condition.since() != null && condition.since().isBefore(seen) ? condition.since() : seen;
    }

    private Instant asOf(Health health) {
        return current == null ? health.episode() : current.now().since();
    }

    private static Judged open(Judgement judgement) {
        Judgement first = judgement.state().kind() == Kind.BAD ? judgement : null;
        return new Judged(judgement, first, null, false, null);
    }

    private Judgement judgement(OccurrenceState state, Instant since, String reason, String howToFix) {
        return new Judgement(state, since, reason, howToFix, null);
    }

    private Occurrence occurrence(Instant episode, Judged judged) {
        Track track = in.track();
        OccurrenceKey key =
                new OccurrenceKey(track.monitorId(), track.subjectId(), episode, bad == FAILED ? "" : Track.OF_MONITOR);
        Judgement now = judged.now();
        Judgement first = current != null && current.first() != null ? current.first() : judged.first();
        String excuse = now.state().kind() == Kind.BAD
                ? in.excuse().of(in.monitor(), track.subjectName(), track.zoneId(), now.since())
                : null;
        return excuse == null
                ? new Occurrence(key, track.subjectName(), now, first, null, judged.settled())
                : new Occurrence(
                        key,
                        track.subjectName(),
                        new Judgement(OccurrenceState.EXCUSED, now.since(), excuse, "", null),
                        first,
                        now,
                        false);
    }
}
