package io.jenkins.plugins.qualysfargate.engine.incident;

/**
 * The worst that people were told of a member.
 *
 * @param rank of its state, see {@link StateRank}
 */
public record Told(int rank, Urgency urgency) {

    /** True if they would not learn anything worse. */
    boolean covers(Told other) {
        return rank >= other.rank && urgency.compareTo(other.urgency) >= 0;
    }

    Told or(Told other) {
        return new Told(Math.max(rank, other.rank), urgency.or(other.urgency));
    }
}
