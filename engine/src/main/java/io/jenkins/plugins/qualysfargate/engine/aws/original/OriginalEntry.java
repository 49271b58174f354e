package io.jenkins.plugins.qualysfargate.engine.aws.original;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object of the original scanner and what to think of it.
 *
 * @param result null if it cannot be read
 * @param freshAt when the image was looked at last, by the object or by the scan cache: a cached image gets no new object
 */
public record OriginalEntry(OriginalKey key, @Nullable OriginalResult result, Instant freshAt, Assessment assessment) {}
