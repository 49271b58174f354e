package io.jenkins.plugins.qualysfargate.engine.policy;

import org.jspecify.annotations.Nullable;

/**
 * The highest score that a policy tolerates.
 *
 * @param max a finding with a higher score breaks the policy, one with exactly this score does not
 * @param scoresRequired true if a report whose findings carry no such score at all gives no answer
 */
public record ScoreLimit(double max, boolean scoresRequired) {

    /** The stricter of two, where null is no limit. */
    static @Nullable ScoreLimit stricter(@Nullable ScoreLimit one, @Nullable ScoreLimit other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new ScoreLimit(Math.min(one.max, other.max), one.scoresRequired || other.scoresRequired);
    }
}
