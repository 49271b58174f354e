package io.jenkins.plugins.qualysfargate.engine.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events, newest first.
 *
 * @param next where the next page begins; null if there is none
 */
public record RuntimeEventPage(
        List<RuntimeEventItem> events, @Nullable String next) {
    public RuntimeEventPage {
        events = List.copyOf(events);
    }
}
