package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stored scan must be to stand in for a new one.
 *
 * @param scanTypes all of them must really have run; at least one
 * @param scannerVersion of the scanner that would run now; null where nobody knows it, and then nothing will do
 * @param maxAge of the scan
 * @param maxFeedAge of the vulnerability data that the scan used; null if its age does not matter
 */
public record CacheRequest(
        Digest digest,
        Platform platform,
        Set<ScanType> scanTypes,
        @Nullable String scannerVersion,
        Duration maxAge,
        @Nullable Duration maxFeedAge) {

    /** For how long a scan stands in for a new one unless the user says otherwise. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(30);

    /** @throws IllegalArgumentException if there is no scan type, or an age is negative */
    public CacheRequest {
        scanTypes = Set.copyOf(scanTypes);
        if (scanTypes.isEmpty()) {
            throw new IllegalArgumentException("a look-up in the cache names at least one scan type");
        }
        if (maxAge.isNegative() || (maxFeedAge != null && maxFeedAge.isNegative())) {
            throw new IllegalArgumentException(
                    "an age limit of the cache is never negative: " + maxAge + ", " + maxFeedAge);
        }
    }
}
