package io.jenkins.plugins.qualysfargate.engine.registry;

import java.time.Duration;
import java.util.Set;

/**
 * How registries are asked.
 *
 * @param insecureRegistries {@code host[:port]} of registries that may be asked over plain HTTP although they are not on
 *     this machine
 * @param callTimeout for one attempt of one call
 * @param resolveTimeout for one image with all its platforms; no call starts later
 */
public record RegistrySettings(Set<String> insecureRegistries, Duration callTimeout, Duration resolveTimeout) {
    public static final RegistrySettings DEFAULT =
            new RegistrySettings(Set.of(), Duration.ofSeconds(30), Duration.ofMinutes(5));

    public RegistrySettings {
        insecureRegistries = Set.copyOf(insecureRegistries);
    }
}
