package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import java.util.List;
import java.util.Optional;

/** What the settings know of the zones of one source beyond what the source says. */
final class ZoneFacts {
    private final List<ScanZone> zones;

    ZoneFacts(List<ScanZone> zones) {
        this.zones = List.copyOf(zones);
    }

    /** By the name of its zone, else by the scans that are said to need it. */
    Optional<ScanZone> of(String zoneName, String scanName) {
        return zones.stream()
                .filter(each -> each.name().equals(zoneName))
                .findFirst()
                .or(() -> zones.stream()
                        .filter(each -> each.scans().stream().anyMatch(glob -> glob.matches(scanName)))
                        .findFirst());
    }
}
