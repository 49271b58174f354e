package io.jenkins.plugins.qualysfargate.engine.registry;

import java.util.Set;

/** The media types of images: OCI image specification 1.1, media-types.md; Docker's manifest-v2-2. */
final class MediaType {
    static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");
    static final Set<String> MANIFESTS = Set.of(
            "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json");
    static final Set<String> CONFIGS =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");
    static final String ACCEPTED = "application/vnd.oci.image.index.v1+json, "
            + "application/vnd.docker.distribution.manifest.list.v2+json, "
            + "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";

    private MediaType() {}

    static boolean known(String type) {
        return INDEXES.contains(type) || MANIFESTS.contains(type);
    }
}
