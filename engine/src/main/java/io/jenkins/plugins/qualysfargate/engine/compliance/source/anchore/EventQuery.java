package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events; null everywhere for any.
 *
 * @param level {@code INFO} or {@code ERROR}
 * @param most at most so many, the newest ones; 1 to 1000
 */
public record EventQuery(
        @Nullable String service,
        @Nullable String type,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String level,
        @Nullable Instant since,
        @Nullable Instant before,
        int most) {
    /** The newest errors of everything. */
    public static final EventQuery ERRORS = new EventQuery(null, null, null, null, "ERROR", null, null, 500);

    /** @throws IllegalArgumentException if the number is out of its range */
    public EventQuery {
        if (most < 1 || most > 1000) {
            throw new IllegalArgumentException("1 to 1000 events can be asked for, not " + most);
        }
    }

    /** Anchore's parameters, encoded; names as in API v1, and service and host with underscores in API v2. */
    String parameters(boolean v2, int page, int limit) {
        StringBuilder query =
                new StringBuilder("?page=").append(page).append("&limit=").append(limit);
        add(query, v2 ? "source_service_name" : "source_servicename", service);
        add(query, "event_type", type);
        add(query, "resource_type", resourceType);
        add(query, "resource_id", resourceId);
        add(query, "level", level);
        add(query, "since", since == null ? null : since.toString());
        add(query, "before", before == null ? null : before.toString());
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
