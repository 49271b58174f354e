package io.jenkins.plugins.qualysfargate.engine.http;

import java.time.Duration;

/**
 * How often and how long a call is repeated that may be repeated.
 *
 * @param attempts in all, at least 1
 * @param firstDelay before the second attempt; it doubles with each further one and varies by a quarter
 * @param longestDelay no wait is longer; a {@code Retry-After} beyond it ends the attempts
 * @param maxDuration no attempt starts later than this after the first one
 */
public record RetrySettings(int attempts, Duration firstDelay, Duration longestDelay, Duration maxDuration) {
    public static final RetrySettings DEFAULT =
            new RetrySettings(4, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(90));

    /** One attempt and no more. */
    public static final RetrySettings NEVER =
            new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(1));

    /** @throws IllegalArgumentException if the figures cannot be kept together */
    public RetrySettings {
        if (attempts < 1
                || firstDelay.isNegative()
                || firstDelay.isZero()
                || longestDelay.compareTo(firstDelay) <= 0
                || maxDuration.compareTo(firstDelay) <= 0) {
            throw new IllegalArgumentException("Retry with " + attempts + " attempts, first delay " + firstDelay
                    + ", longest delay " + longestDelay + ", duration " + maxDuration
                    + " cannot be kept: at least 1 attempt and 0 < first delay < longest delay, duration is expected");
        }
    }
}
