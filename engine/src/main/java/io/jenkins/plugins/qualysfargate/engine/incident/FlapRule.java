package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;

/**
 * When somebody who hears of every coming and going would stop listening.
 *
 * @param returns this many returns make a member a flapping one, at least 1
 * @param within the time in which they count
 * @param stable a flapping member must be well for so long before it is ticked off
 */
public record FlapRule(int returns, Duration within, Duration stable) {
    public static final FlapRule DEFAULT = new FlapRule(3, Duration.ofHours(6), Duration.ofHours(1));

    /** @throws IllegalArgumentException if it could never or would always hold */
    public FlapRule {
        if (returns < 1 || within.isNegative() || within.isZero() || stable.isNegative()) {
            throw new IllegalArgumentException(
                    "Flapping after " + returns + " returns within " + within + ", stable after " + stable
                            + " cannot be: at least 1 return, and durations above zero are expected");
        }
    }
}
