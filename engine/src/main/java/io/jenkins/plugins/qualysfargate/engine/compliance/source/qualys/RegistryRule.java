package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import java.time.Duration;

/**
 * What is expected of registries.
 *
 * @param repositories true if each repository is looked at by itself, which costs a call for each
 * @param maxAge of the newest scan of any image of a repository
 * @param sensorSilence a sensor that was not heard of for longer is dead
 */
public record RegistryRule(boolean repositories, Duration maxAge, Duration sensorSilence) {
    /** Repositories count and were scanned in the last week; sensors were heard of in the last two hours. */
    public static final RegistryRule DEFAULT = new RegistryRule(true, Duration.ofDays(7), Duration.ofHours(2));

    /** @throws IllegalArgumentException if nothing could be young enough */
    public RegistryRule {
        if (maxAge.isNegative() || maxAge.isZero() || sensorSilence.isNegative() || sensorSilence.isZero()) {
            throw new IllegalArgumentException(
                    "ages are positive, not " + maxAge + " for scans and " + sensorSilence + " for sensors");
        }
    }
}
