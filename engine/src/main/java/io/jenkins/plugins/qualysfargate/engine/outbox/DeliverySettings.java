package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Duration;

/**
 * How long a message is tried.
 *
 * @param lease how long one attempt may take before somebody else may try
 * @param firstPause after the first failed attempt; it doubles with each further one
 * @param longestPause between two attempts
 * @param giveUpAfter since the message was created
 */
public record DeliverySettings(Duration lease, Duration firstPause, Duration longestPause, Duration giveUpAfter) {
    /** Pauses from half a minute to half an hour, for two days: long enough to mend a topic over a weekend's night. */
    public static final DeliverySettings DEFAULT = new DeliverySettings(
            Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofDays(2));

    /** @param attempt the one that failed, counted from 1 */
    Duration pauseAfter(int attempt) {
        Duration pause = firstPause;
        for (int i = 1; i < attempt && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
