package io.jenkins.plugins.qualysfargate.engine.aws.original;

import java.time.Instant;

/**
 * One result of the original scanner, as it was stored.
 *
 * @param tag as it was written, for example {@code untagged}
 * @param scannedAt in UTC, also where no zone was written
 */
public record OriginalResult(OriginalKey key, String tag, Instant scannedAt, OriginalNumbers numbers) {}
