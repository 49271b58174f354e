package io.jenkins.plugins.qualysfargate.engine.push;

import java.util.Set;

/** Tells images from charts, signatures and statements about images, which have digests and are pushed too. */
final class ArtifactType {
    // OCI image specification 1.1, media-types.md; Docker's manifest-v2-2.
    private static final Set<String> IMAGES =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");
    private static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    private ArtifactType() {}

    /** @param mediaType as the event or the manifest has it; empty if that does not say */
    static boolean mayBeImage(String mediaType) {
        return mediaType.isEmpty() || IMAGES.contains(mediaType) || INDEXES.contains(mediaType);
    }

    static PushDecision.Ignored other() {
        return new PushDecision.Ignored(
                "What was pushed is an artifact such as a chart or a signature, and no container image.");
    }
}
