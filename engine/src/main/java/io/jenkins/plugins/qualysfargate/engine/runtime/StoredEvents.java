package io.jenkins.plugins.qualysfargate.engine.runtime;

import java.util.List;

/**
 * How a write ended.
 *
 * @param stored how many events are stored
 * @param left those that are not, to be written again later
 * @param reason why they are not; empty if none is left
 */
public record StoredEvents(int stored, List<RuntimeEventItem> left, String reason) {
    public StoredEvents {
        left = List.copyOf(left);
    }
}
