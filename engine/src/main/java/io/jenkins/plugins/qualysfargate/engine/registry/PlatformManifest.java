package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The image of one platform.
 *
 * @param platform in containerd's normal form, so {@code arm64} never carries {@code v8}
 * @param manifestDigest what to pull
 * @param configDigest the image id that scanners report; null where the registry could not be asked for it
 */
public record PlatformManifest(
        Platform platform, Digest manifestDigest, @Nullable Digest configDigest) {

    /** An image of which nothing is known but what the user said: its digest and its platform, in whatever form. */
    public static PlatformManifest pinned(Digest manifestDigest, Platform platform) {
        return new PlatformManifest(PlatformForm.normal(platform), manifestDigest, null);
    }
}
