package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.push.DrainSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How many images are scanned at once, and what happens at the end. */
final class WorkerOptions {
    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Images to scan at once. Default: ${DEFAULT-VALUE}.",
            defaultValue = "2")
    private int workers = 2;

    @Option(
            names = "--stop-within",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time for running scans once it is told to stop; then they go back into the queue. Default:"
                    + " ${DEFAULT-VALUE}.",
            defaultValue = "5s")
    private Duration grace = Duration.ofSeconds(5);

    Duration grace() {
        return grace.isZero() ? Duration.ofSeconds(1) : grace;
    }

    DrainSettings settings() {
        // Process and machine, as the virtual machine names itself.
        String owner = ManagementFactory.getRuntimeMXBean().getName();
        return DrainSettings.of(owner, workers).grace(grace());
    }
}
