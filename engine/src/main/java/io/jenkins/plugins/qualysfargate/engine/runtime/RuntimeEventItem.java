package io.jenkins.plugins.qualysfargate.engine.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as the table of runtime events holds it. All texts come from a running task and are hostile until escaped.
 *
 * @param eventId the key by which receivers tell a repetition
 * @param timestamp when it happened
 * @param place where it happened
 * @param eventData what it is about, as a JSON object
 * @param expires when the table may forget it; null for never
 */
public record RuntimeEventItem(
        String eventId,
        Instant timestamp,
        String eventType,
        String severity,
        String action,
        Place place,
        String eventData,
        @Nullable Instant expires) {

    /** Where an event happened; earlier sidecars knew none of it and wrote {@code unknown}. */
    public record Place(String containerId, String taskArn, String clusterArn, String taskFamily) {}
}
