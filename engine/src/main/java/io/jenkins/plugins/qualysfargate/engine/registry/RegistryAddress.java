package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.Loopback;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.net.URI;
import java.util.Set;

/**
 * Where the repository of an image answers.
 *
 * @param registry as in the image reference, for looking up logins
 * @param base scheme, host and port
 */
record RegistryAddress(String registry, URI base, String repository) {
    private static final Set<String> DOCKER_HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");
    private static final int HIGHEST_PORT = 65535;

    /** @throws UnresolvedException if the registry's name is no host that can be called */
    static RegistryAddress of(ImageReference image, Set<String> insecure) throws UnresolvedException {
        String registry = image.registry();
        if (DOCKER_HUB.contains(registry)) {
            // Docker Hub's API stands under another name than its images carry.
            return new RegistryAddress("docker.io", URI.create("https://registry-1.docker.io"), image.repository());
        }
        URI https = URI.create("https://" + registry);
        if (https.getHost() == null || https.getPort() == 0 || https.getPort() > HIGHEST_PORT) {
            throw new UnresolvedException(
                    "Could not resolve " + image + ": '" + registry + "' is not host[:port] of a registry.",
                    "Correct the part before the first slash of the image name.");
        }
        boolean plain = Loopback.isHost(https.getHost()) || insecure.contains(registry);
        return new RegistryAddress(registry, plain ? URI.create("http://" + registry) : https, image.repository());
    }

    /** True if the registry is asked without TLS. */
    boolean plain() {
        return "http".equals(base.getScheme());
    }

    /** @param kind {@code manifests} or {@code blobs} */
    URI resource(String kind, String reference) {
        return base.resolve("/v2/" + repository + "/" + kind + "/" + reference);
    }

    @Override
    public String toString() {
        return base.getAuthority();
    }
}
