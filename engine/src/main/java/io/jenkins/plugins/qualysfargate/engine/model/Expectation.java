package io.jenkins.plugins.qualysfargate.engine.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report must be to count as evidence.
 *
 * @param digest of the image that must have been scanned; null if any image will do
 * @param imageId digest of that image's configuration, which some reports know instead; null if it is not known
 * @param platform that must have been scanned; null if any will do
 * @param scanTypes what must have been looked for
 * @param notBefore a report that ended earlier is stale; null if any age will do
 */
public record Expectation(
        @Nullable Digest digest,
        @Nullable Digest imageId,
        @Nullable Platform platform,
        Set<ScanType> scanTypes,
        @Nullable Instant notBefore) {
    /** Any image of any age, with packages and secrets looked for: what the scanner is asked for by default. */
    public static final Expectation DEFAULT =
            new Expectation(null, null, null, Set.of(ScanType.PKG, ScanType.SECRET), null);

    public Expectation {
        scanTypes = Set.copyOf(scanTypes);
    }
}
