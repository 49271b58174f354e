package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import org.jspecify.annotations.Nullable;

/**
 * What a pause is for: whatever agrees with everything that is given.
 *
 * @param monitor pattern for the ids of monitors; null for all
 * @param tag of the monitor; null for any
 * @param source its id; null for all
 * @param zone its id; null for all
 */
public record Scope(
        @Nullable Glob monitor,
        @Nullable String tag,
        @Nullable String source,
        @Nullable String zone) {

    /** @throws IllegalArgumentException if nothing is given: who wants to pause everything says {@code monitor: *} */
    public Scope {
        if (monitor == null && tag == null && source == null && zone == null) {
            throw new IllegalArgumentException("A pause cannot be for nothing in particular: give a monitor (* for"
                    + " all), a tag, a source or a zone");
        }
    }

    /** True if the failure is in it. */
    public boolean covers(Failure failure) {
        return (monitor == null || monitor.matches(failure.monitorId()))
                && (tag == null || failure.tags().contains(tag))
                && (source == null || source.equals(failure.sourceId()))
                && (zone == null || zone.equals(failure.zoneId()));
    }

    /** True if the cause is in it; a cause has neither monitor nor tags, so only {@code *} covers it by these. */
    boolean covers(Cause cause) {
        return (monitor == null || monitor.pattern().equals("*"))
                && tag == null
                && (source == null || source.equals(cause.sourceId()))
                && (zone == null || zone.equals(cause.zoneId()));
    }
}
