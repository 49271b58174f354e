package io.jenkins.plugins.qualysfargate.sidecar.watch;

import java.time.Duration;

/**
 * What shall be watched.
 *
 * @param patience how long to wait for the application, at the start and when it has ended
 */
public record WatchSettings(ApplicationRule rule, Duration patience) {
    /** An application that takes a minute to start is slow, one that takes longer is broken. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
}
