package io.jenkins.plugins.qualysfargate.engine.aws.original;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some objects, in the order of their keys.
 *
 * @param next where the next page begins; null if there is none
 */
public record OriginalPage(
        List<OriginalEntry> entries, @Nullable String next) {
    public OriginalPage {
        entries = List.copyOf(entries);
    }
}
