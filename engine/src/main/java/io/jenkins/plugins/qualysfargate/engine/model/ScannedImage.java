package io.jenkins.plugins.qualysfargate.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Which image a report speaks of, as far as it says so. A name is for people; only the digest identifies.
 *
 * @param name repository and tag as the scanner wrote them
 * @param digest manifest digest
 * @param imageId digest of the image's configuration
 */
public record ScannedImage(
        @Nullable String name,
        @Nullable Digest digest,
        @Nullable Digest imageId,
        @Nullable Platform platform) {}
