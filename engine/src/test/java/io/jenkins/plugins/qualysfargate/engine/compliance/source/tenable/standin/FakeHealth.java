package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Zones, scanners, jobd and feeds, as an administrator sees them. */
final class FakeHealth {
    private final Map<String, String> zones = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> scanners = new LinkedHashMap<>();
    private final Map<String, Boolean> stale = new LinkedHashMap<>();
    String jobd = "Running";
    boolean hidden;

    private final Clock clock;
    private final Map<String, Duration> ages = new LinkedHashMap<>();

    FakeHealth(Clock clock) {
        this.clock = clock;
        stale.put("sc", false);
        stale.put("active", false);
        stale.put("passive", false);
        // Nobody has bought it.
        stale.put("lce", true);
    }

    void zone(String id, String name) {
        zones.put(id, name);
        scanners.computeIfAbsent(id, any -> new LinkedHashMap<>());
    }

    void scanner(String zoneId, String scannerName, long status) {
        scanners.computeIfAbsent(zoneId, any -> new LinkedHashMap<>()).put(scannerName, status);
    }

    void stale(String feed, boolean is) {
        stale.put(feed, is);
    }

    void age(String feed, Duration age) {
        ages.put(feed, age);
    }

    private String updated(String feed) {
        Duration age = ages.getOrDefault(feed, Duration.ofHours(6));
        return String.valueOf(clock.instant().minus(age).getEpochSecond());
    }

    Reply zones() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        zones.forEach((id, name) -> {
            Map<String, Long> members = scanners.getOrDefault(id, Map.of());
            ObjectNode zone = list.addObject().put("id", id).put("name", name).put("ipList", "192.0.2.0/24");
            ArrayNode array = zone.putArray("scanners");
            members.forEach((scanner, status) -> array.addObject()
                    .put("id", String.valueOf(1 + Math.floorMod(scanner.hashCode(), 100_000)))
                    .put("name", scanner)
                    .put("status", String.valueOf(status)));
            zone.put(
                    "activeScanners",
                    members.values().stream().filter(each -> (each & 1) == 1).count());
            zone.put("totalScanners", members.size());
        });
        return shown(Reply.of(list));
    }

    Reply status() {
        ObjectNode status =
                JsonNodeFactory.instance.objectNode().put("jobd", jobd).put("licenseStatus", "Valid");
        status.put("PluginSubscriptionStatus", "Valid").putNull("PassivePluginSubscriptionStatus");
        return shown(Reply.of(status.put("activeIPs", "46").put("licensedIPs", "102400")));
    }

    Reply feeds() {
        ObjectNode feeds = JsonNodeFactory.instance.objectNode();
        stale.forEach((feed, is) -> feeds.putObject(feed)
                .put("updateTime", updated(feed))
                .put("stale", String.valueOf(is))
                .put("updateRunning", "false")
                .put("subscriptionStatus", is ? "Expired" : "Valid"));
        return shown(Reply.of(feeds));
    }

    private Reply shown(Reply whole) {
        return hidden ? Reply.error(403, 59, "You do not have permission.") : whole;
    }
}
