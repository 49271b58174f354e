package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param launchWithin from the saved intent until the launch is sent; later it is not sent
 * @param settle from the intent until a launch that left no run counts as not done; longer than a launch and its answer take
 * @param skew how far the clock of a source may be behind ours
 * @param startWithin from the launch, or from when the zone became free, until something must be scanned
 * @param margin between the expected end of a run and the next one that is due
 * @param hugeTakes how long something huge takes at least
 * @param history how far back the duration of runs is looked up
 */
public record StartRules(
        Duration launchWithin,
        Duration settle,
        Duration skew,
        Duration startWithin,
        Duration margin,
        Duration hugeTakes,
        Duration history) {
    /** Two minutes to send it, ten until it shows, half an hour until it scans; a day for what is huge. */
    public static final StartRules DEFAULT = new StartRules(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofHours(24),
            Duration.ofDays(30));

    /** @throws IllegalArgumentException if a launch could still be sent when it counts as not done */
    public StartRules {
        if (settle.compareTo(launchWithin.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("A launch that may be sent within " + launchWithin
                    + " cannot count as not done after " + settle + ": at least twice as long is expected");
        }
    }
}
