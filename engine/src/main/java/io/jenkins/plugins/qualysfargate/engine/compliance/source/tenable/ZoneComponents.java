package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zones and their scanners as components; what cannot be seen is neither well nor broken. */
final class ZoneComponents {
    private static final String NOT_VISIBLE = "scanner health not visible";
    private static final String GRANT = "To see it, use the API key of a user who may see scan zones and scanners.";

    private ZoneComponents() {}

    /**
     * @param zones null if the user may not list them
     * @param definitions name the zones that nobody listed
     */
    static List<Component> of(@Nullable List<Zone> zones, Collection<TenableDefinition> definitions) {
        Map<String, Component> components = new LinkedHashMap<>();
        Map<String, Component> scanners = new LinkedHashMap<>();
        // A user who sees no scanner at all sees that there are zones, and not that they are empty.
        boolean blind = zones == null
                || zones.stream()
                        .allMatch(each ->
                                each.scanners() == null || each.scanners().isEmpty());
        for (Zone zone : zones == null ? List.<Zone>of() : zones) {
            components.put(zone.id(), blind ? unseen(zone.id(), zone.name()) : zone(zone));
            for (Zone.Scanner each : zone.scanners() == null ? List.<Zone.Scanner>of() : zone.scanners()) {
                scanners.putIfAbsent(each.id(), scanner(each));
            }
        }
        for (TenableDefinition each : definitions) {
            if (each.zoneId() != null) {
                components.putIfAbsent(each.zoneId(), unseen(each.zoneId(), each.zoneName()));
            }
        }
        List<Component> all = new ArrayList<>(components.values());
        all.addAll(scanners.values());
        return all;
    }

    private static Component unseen(String id, String name) {
        return new Component(Kind.ZONE, id, name, null, NOT_VISIBLE, GRANT);
    }

    private static Component zone(Zone zone) {
        List<Zone.Scanner> scanners = zone.scanners();
        if (scanners == null) {
            return unseen(zone.id(), zone.name());
        }
        long working = scanners.stream().filter(ZoneComponents::works).count();
        boolean allSeen = scanners.stream().allMatch(each -> working(each) != null);
        if (working == 0 && !allSeen) {
            return unseen(zone.id(), zone.name());
        }
        String detail = working + " of " + scanners.size() + " scanners work" + broken(scanners);
        return new Component(
                Kind.ZONE, zone.id(), zone.name(), working > 0, detail, working > 0 ? "" : howToFix(scanners));
    }

    private static String broken(List<Zone.Scanner> scanners) {
        StringBuilder broken = new StringBuilder();
        for (Zone.Scanner each : scanners) {
            if (Boolean.FALSE.equals(working(each)) && each.status() != null && broken.length() < 400) {
                broken.append(broken.isEmpty() ? ": " : "; ")
                        .append(each.name())
                        .append(" (")
                        .append(each.status().words())
                        .append(')');
            }
        }
        return broken.toString();
    }

    private static String howToFix(List<Zone.Scanner> scanners) {
        return scanners.isEmpty()
                ? "Put a scanner into the zone, or give its scans another zone."
                : "Nothing in this zone is scanned until one of its scanners works again. "
                        + scanner(scanners.get(0)).howToFix();
    }

    private static Component scanner(Zone.Scanner scanner) {
        ScannerStatus status = scanner.status();
        return status == null
                ? new Component(Kind.SCANNER, scanner.id(), scanner.name(), null, NOT_VISIBLE, GRANT)
                : new Component(
                        Kind.SCANNER,
                        scanner.id(),
                        scanner.name(),
                        status.working(),
                        status.words(),
                        status.howToFix());
    }

    private static boolean works(Zone.Scanner scanner) {
        return Boolean.TRUE.equals(working(scanner));
    }

    private static @Nullable Boolean working(Zone.Scanner scanner) {
        return scanner.status() == null ? null : scanner.status().working();
    }
}
