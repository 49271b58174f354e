package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How scans are run on this machine.
 *
 * @param workDirectory parent of the fresh directories
 * @param reportWait how long the scanner may live beyond its own timeout, which does not cover its wait for the report
 * @param retryDelay pause before asking again for a report or decision that the back end did not have yet
 * @param maxRetries how often that is done
 * @param killGrace between asking the processes of a scan to stop and killing them
 * @param maxLogBytes how much of the scanner's output reaches the log
 */
public record ScannerSettings(
        Path workDirectory,
        Duration reportWait,
        Duration retryDelay,
        int maxRetries,
        Duration killGrace,
        long maxLogBytes) {

    /** 12 minutes for the report, 3 retries a minute apart, 5 seconds of grace, 8 MiB of log. */
    public static ScannerSettings in(Path workDirectory) {
        return new ScannerSettings(
                workDirectory, Duration.ofMinutes(12), Duration.ofSeconds(60), 3, Duration.ofSeconds(5), 8L << 20);
    }
}
