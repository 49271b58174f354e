package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the queue is drained.
 *
 * @param owner who takes the leases, for messages: the machine and the process
 * @param workers scans at once
 * @param hold for how long a message and its lease are taken; both are lengthened while the scan runs, so it says only how
 *     long others wait after a crash
 * @param poll how long one call waits for messages
 * @param idle ends after so long without a message; null to go on until stopped
 * @param grace for running scans once it is to stop; then they are cancelled
 * @param attempts of an image that gave no complete answer; each of them is recorded
 */
public record DrainSettings(
        String owner,
        int workers,
        Duration hold,
        Duration poll,
        @Nullable Duration idle,
        Duration grace,
        int attempts) {

    public static final int MOST_WORKERS = 64;

    /** @throws IllegalArgumentException if a number is out of its range */
    public DrainSettings {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("there are 1 to " + MOST_WORKERS + " workers, not " + workers);
        }
        if (hold.toSeconds() < 1 || attempts < 1) {
            throw new IllegalArgumentException("a message is held for at least a second and tried at least once, not "
                    + hold + " and " + attempts + " times");
        }
    }

    /** One worker for each scan at once, five minutes of hold, three attempts, until stopped. */
    public static DrainSettings of(String owner, int workers) {
        return new DrainSettings(
                owner, workers, Duration.ofMinutes(5), Duration.ofSeconds(20), null, Duration.ofSeconds(5), 3);
    }

    /** @param other null to go on until stopped */
    public DrainSettings idle(@Nullable Duration other) {
        return new DrainSettings(owner, workers, hold, poll, other, grace, attempts);
    }

    public DrainSettings holding(Duration other) {
        return new DrainSettings(owner, workers, other, poll, idle, grace, attempts);
    }

    public DrainSettings polling(Duration other) {
        return new DrainSettings(owner, workers, hold, other, idle, grace, attempts);
    }

    public DrainSettings grace(Duration other) {
        return new DrainSettings(owner, workers, hold, poll, idle, other, attempts);
    }
}
