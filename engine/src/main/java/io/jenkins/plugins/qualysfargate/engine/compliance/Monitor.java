package io.jenkins.plugins.qualysfargate.engine.compliance;

import com.google.re2j.Pattern;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must happen, where, when, and who hears if it does not.
 *
 * @param id unique, 1 to 64 letters, digits, {@code _}, {@code .} and {@code -}
 * @param source see {@link ScanSource#id}
 * @param since nothing is owed before; null for when the monitor was first seen
 * @param tags for lists and maintenance windows
 * @param enabled false if it is paused: looked at, and nothing is owed
 * @param huge true if a run takes so long that a make-up run needs a person's approval
 * @param nameRule what the name of every chosen subject must look like, because results are not kept otherwise; null if any
 */
public record Monitor(
        String id,
        String source,
        Selector selector,
        Timing timing,
        Windows windows,
        Thresholds thresholds,
        Care care,
        @Nullable Instant since,
        Set<String> tags,
        boolean enabled,
        boolean huge,
        @Nullable Pattern nameRule) {
    public Monitor {
        tags = Set.copyOf(tags);
    }
}
