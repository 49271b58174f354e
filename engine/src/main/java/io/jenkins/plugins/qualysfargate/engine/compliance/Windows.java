package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Duration;

/**
 * How much time an occurrence has, each from its own beginning.
 *
 * @param early a run that was created this long before it is due answers for it
 * @param startGrace after this long without a run it is late
 * @param maxRuntime after this long in progress it overruns
 * @param finish from due until it must have ended; without a run it is missed then
 * @param importGrace from the end of a run until its results must be imported
 * @param stall without any progress for this long a run stalls
 * @param grace a condition may be unhealthy for this long, and a new image unscanned
 * @param damping a condition must be healthy for this long before it counts as well again
 */
public record Windows(
        Duration early,
        Duration startGrace,
        Duration maxRuntime,
        Duration finish,
        Duration importGrace,
        Duration stall,
        Duration grace,
        Duration damping) {
    /** For a scan that runs once a day and takes some hours. */
    public static final Windows DEFAULT = new Windows(
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(2),
            Duration.ofHours(2),
            Duration.ofHours(1),
            Duration.ofMinutes(10));
}
