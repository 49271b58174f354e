package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long after it was first seen a finding does not yet count for the limits.
 *
 * @param bySeverity a severity that is not named has no grace
 */
public record Grace(Map<Severity, Duration> bySeverity) {
    /** Every finding counts at once. */
    public static final Grace NONE = new Grace(Map.of());

    public Grace {
        EnumMap<Severity, Duration> given = new EnumMap<>(Severity.class);
        bySeverity.forEach((severity, time) -> {
            if (!time.isZero()) {
                given.put(severity, time);
            }
        });
        bySeverity = Map.copyOf(given);
    }

    public Duration of(Severity severity) {
        return bySeverity.getOrDefault(severity, Duration.ZERO);
    }

    Grace tightenedBy(Grace other) {
        EnumMap<Severity, Duration> shorter = new EnumMap<>(Severity.class);
        bySeverity.forEach((severity, time) -> {
            Duration theirs = other.of(severity);
            shorter.put(severity, time.compareTo(theirs) <= 0 ? time : theirs);
        });
        return new Grace(shorter);
    }
}
