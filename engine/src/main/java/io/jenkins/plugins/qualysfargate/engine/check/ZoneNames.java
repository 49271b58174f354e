package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Excuse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Zones by the names that people write into files: sources know them by ids.
 *
 * @param bySource names by id, by source
 */
record ZoneNames(Map<String, Map<String, String>> bySource) {
    ZoneNames {
        bySource = Map.copyOf(bySource);
    }

    /** The names that a source tells, over those that are remembered. */
    static Map<String, String> of(List<Component> components, Map<String, String> remembered) {
        Map<String, String> names = new TreeMap<>(remembered);
        for (Component each : components) {
            if (each.kind() == Component.Kind.ZONE || each.kind() == Component.Kind.SENSOR) {
                names.put(each.id(), each.name());
            }
        }
        return names;
    }

    /** The name; the id itself if nobody has told a name, null for no zone. */
    @Nullable
    String name(String source, @Nullable String zoneId) {
        return zoneId == null ? null : bySource.getOrDefault(source, Map.of()).getOrDefault(zoneId, zoneId);
    }

    /** The same excuse, asked by names. */
    Excuse naming(Excuse inner) {
        return (monitor, name, zoneId, at) -> inner.of(monitor, name, name(monitor.source(), zoneId), at);
    }
}
