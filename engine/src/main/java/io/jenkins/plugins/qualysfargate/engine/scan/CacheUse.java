package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.CacheRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether and for how long an earlier scan of the same digest stands in for a new one.
 *
 * @param maxAge of the scan; zero to scan always
 * @param maxFeedAge of the vulnerability data that the scan used; null if its age does not matter
 */
public record CacheUse(Duration maxAge, @Nullable Duration maxFeedAge) {
    /** Thirty days, whatever the age of the vulnerability data. */
    public static final CacheUse DEFAULT = new CacheUse(CacheRequest.DEFAULT_MAX_AGE, null);

    /** Scan always. */
    public static final CacheUse NONE = new CacheUse(Duration.ZERO, null);

    boolean enabled() {
        return !maxAge.isZero();
    }
}
