package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The image of one running container.
 *
 * @param image as the container names it; empty if that is not known
 * @param digest what was really pulled, of an index or of one platform; null if that is not known
 * @param startedAt null if that is not known
 */
public record RunningImage(
        String cluster,
        String container,
        String image,
        @Nullable Digest digest,
        @Nullable Instant startedAt) {}
