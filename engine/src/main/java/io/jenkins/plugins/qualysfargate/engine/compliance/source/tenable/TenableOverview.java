package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything at one moment that a launch could get in the way of.
 *
 * @param observation as of a look, but its runs do not say how much they reached, so that a few calls are enough
 * @param definitions all that the user may see
 * @param active results that are under way, whenever they were created, and those of which that cannot be excluded
 * @param updating what is being brought up to date now
 */
public record TenableOverview(
        Observation observation,
        List<TenableDefinition> definitions,
        List<TenableResult> active,
        List<Updating> updating) {
    public TenableOverview {
        definitions = List.copyOf(definitions);
        active = List.copyOf(active);
        updating = List.copyOf(updating);
    }

    /**
     * Something that takes in new plugins.
     *
     * @param what for people
     * @param zoneId whose scans it concerns; null for all
     */
    public record Updating(String what, @Nullable String zoneId) {}
}
