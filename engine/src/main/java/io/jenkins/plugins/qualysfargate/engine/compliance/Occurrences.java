package io.jenkins.plugins.qualysfargate.engine.compliance;

import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers judged slots in their order: what is settled goes into the track, what is not stays open. */
final class Occurrences {
    /** A run that its source calls active for ever must not keep everything behind it open. */
    private static final Duration LONGEST_OPEN = Duration.ofDays(30);

    private final TrackInput in;
    private final Map<Instant, Occurrence> remembered;
    private final @Nullable Instant upcoming;
    private final Tally tally;
    private final List<Occurrence> open = new ArrayList<>();
    private final List<Occurrence> changed = new ArrayList<>();
    private Track track;
    private @Nullable Instant changesAt;

    Occurrences(TrackInput in, Map<Instant, Occurrence> remembered, @Nullable Instant upcoming) {
        this.in = in;
        this.remembered = remembered;
        this.upcoming = upcoming;
        this.track = in.track();
        this.tally = new Tally(in.track().record(), in.monitor().thresholds());
        this.changesAt = upcoming;
    }

    Usual usual() {
        return tally.usual();
    }

    void add(Slot slot, Judged judged) {
        if (judged.now().state() == OccurrenceState.SCHEDULED) {
            soonest(judged.changesAt());
            return;
        }
        Occurrence before = remembered.get(slot.due());
        boolean tooOld = slot.over(in.now()) && in.now().isAfter(slot.due().plus(LONGEST_OPEN));
        Occurrence after = before != null && before.settled()
                ? before
                : occurrence(slot.due(), judged, before, judged.settled() || tooOld);
        if (!after.equals(before)) {
            changed.add(after);
        }
        tally.add(after, judged.scanned());
        if (after.settled() && open.isEmpty()) {
            track = track.settled(slot.due().plusNanos(1), tally.sum());
        } else {
            open.add(after);
            soonest(judged.changesAt());
        }
    }

    private Occurrence occurrence(Instant due, Judged judged, @Nullable Occurrence before, boolean settled) {
        OccurrenceKey key = new OccurrenceKey(track.monitorId(), track.subjectId(), due, track.scheduleHash());
        // What the runs show is whole; only what they show no more, a standstill for example, is taken from before.
        Judgement first = judged.first() != null || before == null ? judged.first() : before.first();
        Judgement now = kept(before, judged.now());
        String excuse = now.state().kind() == Kind.BAD ? excuse(due, now) : null;
        return excuse == null
                ? new Occurrence(key, track.subjectName(), now, first, null, settled)
                : new Occurrence(key, track.subjectName(), excused(now, excuse), first, now, settled);
    }

    /** The same state stays as it was stamped, so that words alone make no change. */
    private static Judgement kept(@Nullable Occurrence before, Judgement now) {
        if (before == null) {
            return now;
        }
        Judgement was = before.excused() == null ? before.now() : before.excused();
        boolean same = was.state() == now.state() && Objects.equals(was.runId(), now.runId());
        return same && was.since().equals(now.since()) && now.state() == OccurrenceState.UNKNOWN ? was : now;
    }

    private @Nullable String excuse(Instant due, Judgement now) {
        String byDue = in.excuse().of(in.monitor(), track.subjectName(), track.zoneId(), due);
        return byDue != null ? byDue : in.excuse().of(in.monitor(), track.subjectName(), track.zoneId(), now.since());
    }

    private static Judgement excused(Judgement now, String excuse) {
        return new Judgement(OccurrenceState.EXCUSED, now.since(), excuse, "", now.runId());
    }

    private void soonest(@Nullable Instant at) {
        if (at != null && (changesAt == null || at.isBefore(changesAt))) {
            changesAt = at;
        }
    }

    Evaluation evaluation(@Nullable Progress progress) {
        Track with = track.with(openRuns(), progress);
        return new Evaluation(with, open, changed, Standings.of(in.monitor(), with, tally.sum(), upcoming), changesAt);
    }

    private List<Run> openRuns() {
        if (open.isEmpty()) {
            return List.of();
        }
        Instant from = track.settledUpTo().minus(in.monitor().windows().early());
        return in.runs().stream().filter(run -> !run.createdAt().isBefore(from)).toList();
    }
}
