package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds occurrences up in the order in which they were due. */
final class Tally {
    private final Thresholds thresholds;
    private final Usual usual;
    private Streak streak;
    private @Nullable Occurrence latest;
    private @Nullable Occurrence trouble;
    private @Nullable Instant troubleSince;
    private @Nullable Instant lastSuccess;

    Tally(TrackRecord before, Thresholds thresholds) {
        this.thresholds = thresholds;
        this.usual = new Usual(thresholds.baselineRuns(), before.usual());
        this.streak = before.streak();
        this.latest = before.latest();
        this.trouble = before.trouble();
        this.troubleSince = before.troubleSince();
        this.lastSuccess = before.lastSuccess();
    }

    void add(Occurrence occurrence, @Nullable Long scanned) {
        OccurrenceState state = occurrence.now().state();
        latest = occurrence;
        streak = streak.after(state, thresholds);
        if (state.alarming()) {
            trouble = occurrence;
            troubleSince = troubleSince == null ? occurrence.now().since() : troubleSince;
        } else if (state.kind() == OccurrenceState.Kind.GOOD) {
            good(occurrence, scanned);
        }
    }

    private void good(Occurrence occurrence, @Nullable Long scanned) {
        lastSuccess = occurrence.now().since();
        if (!streak.alarmed()) {
            trouble = null;
            troubleSince = null;
        }
        if (scanned != null) {
            usual.add(scanned);
        }
    }

    Usual usual() {
        return usual;
    }

    TrackRecord sum() {
        return new TrackRecord(streak, usual.counts(), latest, trouble, troubleSince, lastSuccess);
    }
}
