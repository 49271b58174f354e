package io.jenkins.plugins.qualysfargate.engine.threat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * For each CVE the probability that it is exploited within 30 days. All CVEs of the world fit into a few megabytes: one
 * sorted number per CVE.
 */
public final class EpssScores {
    private final long[] sorted;
    private final Instant scoredAt;

    EpssScores(long[] packed, Instant scoredAt) {
        this.sorted = packed.clone();
        Arrays.sort(sorted);
        this.scoredAt = scoredAt;
    }

    /**
     * Scores that already are in memory.
     *
     * @throws IllegalArgumentException if a key is no CVE id or a score is not within 0 to 1
     */
    public static EpssScores of(Map<String, Double> scores, Instant scoredAt) {
        long[] packed = scores.entrySet().stream()
                .mapToLong(entry -> PackedScore.of(entry.getKey(), Double.toString(entry.getValue())))
                .toArray();
        return new EpssScores(packed, scoredAt);
    }

    /** When the model gave these scores. */
    public Instant scoredAt() {
        return scoredAt;
    }

    /** How many CVEs have a score. */
    public int size() {
        return sorted.length;
    }

    /** The probability, 0 to 1, rounded up to a millionth; empty for a CVE that the model does not score. */
    public OptionalDouble of(String cve) {
        long key = PackedScore.keyOrNegative(cve);
        if (key < 0) {
            return OptionalDouble.empty();
        }
        int at = Arrays.binarySearch(sorted, PackedScore.highest(key));
        int last = at >= 0 ? at : -at - 2;
        return last >= 0 && PackedScore.isOf(sorted[last], key)
                ? OptionalDouble.of(PackedScore.score(sorted[last]))
                : OptionalDouble.empty();
    }
}
