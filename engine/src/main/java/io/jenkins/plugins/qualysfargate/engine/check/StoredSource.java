package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Sight;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a source.
 *
 * @param last how it was seen last; null if it never was
 * @param blindSince when it was first asked in vain after that; null if it answered
 * @param zoneNames of zones by their ids
 * @param brokenSince since when its broken parts are so, by the key of their cause
 */
record StoredSource(
        String id,
        @Nullable Sight last,
        @Nullable Instant blindSince,
        Map<String, Instant> brokenSince,
        Map<String, String> zoneNames) {
    StoredSource {
        brokenSince = Map.copyOf(brokenSince);
        zoneNames = Map.copyOf(zoneNames);
    }
}
