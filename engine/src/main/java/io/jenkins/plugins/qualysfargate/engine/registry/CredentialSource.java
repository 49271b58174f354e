package io.jenkins.plugins.qualysfargate.engine.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where logins come from; asked only when a registry wants one. */
@FunctionalInterface
public interface CredentialSource {
    /** Knows no login: only public images can be resolved. */
    CredentialSource ANONYMOUS = registry -> new CredentialLookup.None();

    /**
     * Looks for the login of one registry.
     *
     * @param registry {@code host[:port]} as in the image reference; {@code docker.io} for Docker Hub
     */
    CredentialLookup find(String registry);

    /**
     * One login.
     *
     * @param registry the only registry that gets it; null if it is for every registry that is asked
     */
    static CredentialSource fixed(@Nullable String registry, Credential credential) {
        return asked -> registry == null || registry.equals(asked)
                ? new CredentialLookup.Found(credential)
                : new CredentialLookup.None();
    }

    /** The scanner's own variables {@code QSCANNER_REGISTRY_USERNAME}, {@code _PASSWORD} and {@code _TOKEN}. */
    static CredentialSource environment(Map<String, String> environment) {
        return new EnvironmentCredentials(environment);
    }

    /**
     * The file that {@code docker login} writes, with its credential helpers.
     *
     * @param environment {@code DOCKER_CONFIG} names the directory, {@code PATH} is searched for helpers, which get 30 seconds
     *     each
     * @param home directory with {@code .docker/config.json} where {@code DOCKER_CONFIG} is not set
     */
    static CredentialSource dockerConfig(Map<String, String> environment, Path home) {
        return DockerConfigCredentials.of(environment, home, Duration.ofSeconds(30));
    }

    /** The first source that knows the registry, or that should and cannot, decides. */
    static CredentialSource firstOf(List<CredentialSource> sources) {
        List<CredentialSource> all = List.copyOf(sources);
        return registry -> {
            for (CredentialSource source : all) {
                CredentialLookup lookup = source.find(registry);
                if (!(lookup instanceof CredentialLookup.None)) {
                    return lookup;
                }
            }
            return new CredentialLookup.None();
        };
    }
}
