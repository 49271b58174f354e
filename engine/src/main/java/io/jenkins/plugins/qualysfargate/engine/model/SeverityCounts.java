package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.EnumMap;
import java.util.Map;

/** How many findings there are of each severity; a severity that is not named has none. */
public record SeverityCounts(Map<Severity, Long> bySeverity) {
    public SeverityCounts {
        EnumMap<Severity, Long> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(severity, bySeverity.getOrDefault(severity, 0L));
        }
        bySeverity = Map.copyOf(all);
    }

    /** Counts every finding once, whatever its packages. */
    public static SeverityCounts of(Findings findings) {
        long[] counts = new long[Severity.values().length];
        for (Finding finding : findings) {
            counts[finding.severity().ordinal()]++;
        }
        EnumMap<Severity, Long> map = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            map.put(severity, counts[severity.ordinal()]);
        }
        return new SeverityCounts(map);
    }

    public long of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }

    public long total() {
        return bySeverity.values().stream().mapToLong(Long::longValue).sum();
    }
}
