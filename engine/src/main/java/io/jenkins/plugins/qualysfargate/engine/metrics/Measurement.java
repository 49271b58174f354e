package io.jenkins.plugins.qualysfargate.engine.metrics;

import java.time.Instant;
import java.util.Map;

/**
 * One figure.
 *
 * @param dimensions what it is of; empty for all together
 */
public record Measurement(String name, double value, Unit unit, Map<String, String> dimensions, Instant at) {
    /** What a figure counts. */
    public enum Unit {
        COUNT,
        MILLISECONDS,
        SECONDS
    }

    public Measurement {
        dimensions = Map.copyOf(dimensions);
    }
}
