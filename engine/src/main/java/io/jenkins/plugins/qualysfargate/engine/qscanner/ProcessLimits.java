package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.time.Duration;

/**
 * How long a run of the scanner may take.
 *
 * @param timeout from its start
 * @param killGrace between asking its processes to stop and killing them
 */
public record ProcessLimits(Duration timeout, Duration killGrace) {}
