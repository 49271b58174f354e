package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What occurrences add up to, in the order in which they were due.
 *
 * @param usual how many targets the last good runs scanned, the newest last
 * @param latest the newest occurrence; null if there is none
 * @param trouble the last alarming occurrence of a row that has not ended; null if there is none
 * @param troubleSince when that row began; null if there is none
 * @param lastSuccess null if there was none
 */
public record TrackRecord(
        Streak streak,
        List<Long> usual,
        @Nullable Occurrence latest,
        @Nullable Occurrence trouble,
        @Nullable Instant troubleSince,
        @Nullable Instant lastSuccess) {
    public static final TrackRecord EMPTY = new TrackRecord(Streak.NONE, List.of(), null, null, null, null);

    public TrackRecord {
        usual = List.copyOf(usual);
    }

    /** The same without what was wrong with the monitor itself, and is mended. */
    TrackRecord mended() {
        boolean own = trouble != null && trouble.now().state() == OccurrenceState.MISCONFIGURED;
        return own ? new TrackRecord(Streak.NONE, usual, latest, null, null, lastSuccess) : this;
    }
}
