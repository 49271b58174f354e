package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;

/**
 * The image of one platform.
 *
 * @param platform in containerd's normal form, so {@code arm64} never carries {@code v8}
 * @param manifestDigest what to pull
 * @param configDigest the image id that scanners report
 */
public record PlatformManifest(Platform platform, Digest manifestDigest, Digest configDigest) {}
