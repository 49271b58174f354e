package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that explains failures of a source.
 *
 * @param key the same as long as it is the same thing
 * @param zoneId explains only failures of this zone; null if it explains all of the source
 * @param title one line, for example {@code zone ALC_Prod_WDC06_SZ has no working scanner}
 */
public record Cause(
        String key,
        String sourceId,
        @Nullable String zoneId,
        String title,
        String reason,
        String howToFix,
        Instant since,
        Care care) {}
