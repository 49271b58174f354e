package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether anybody is there who could scan registries: without a live registry sensor no schedule can finish. */
final class RegistrySensors {
    // The casing of these words is not documented.
    private static final Set<String> LIVE = Set.of("running", "active", "connected", "up");
    private static final Set<String> DEAD = Set.of(
            "stopped", "inactive", "disconnected", "down", "error", "failed", "uninstalled", "deleted", "terminated");
    private static final Duration SLACK = Duration.ofMinutes(10);

    private RegistrySensors() {}

    /**
     * One sensor.
     *
     * @param lastCheckedIn null if Qualys does not say
     */
    record Sensor(
            String type,
            String status,
            String host,
            @Nullable Instant lastCheckedIn) {
        static Sensor of(JsonNode entry) throws UnreadableValueException {
            return new Sensor(
                    Scalars.text(entry, "sensorType").toUpperCase(Locale.ROOT),
                    Scalars.text(entry, "status"),
                    Scalars.text(entry, "hostname"),
                    Millis.instant(entry, "lastCheckedIn"));
        }

        /** Null if that cannot be told. */
        @Nullable
        Boolean live(Duration silence, Instant now) {
            if (DEAD.contains(status.toLowerCase(Locale.ROOT))
                    || (lastCheckedIn != null
                            && Duration.between(lastCheckedIn, now).compareTo(silence) > 0)) {
                return false;
            }
            boolean told = lastCheckedIn != null && !lastCheckedIn.isAfter(now.plus(SLACK));
            return (told && LIVE.contains(status.toLowerCase(Locale.ROOT))) ? Boolean.TRUE : null;
        }
    }

    /** For each registry the sensors that scan it, which are the same for all. */
    static List<Component> components(
            List<QualysRegistry> registries, List<Sensor> sensors, RegistryRule rule, Instant now) {
        List<Sensor> ours =
                sensors.stream().filter(each -> each.type().equals("REGISTRY")).toList();
        long live = ours.stream()
                .filter(each -> Boolean.TRUE.equals(each.live(rule.sensorSilence(), now)))
                .count();
        boolean unclear = live == 0 && ours.stream().anyMatch(each -> each.live(rule.sensorSilence(), now) == null);
        String detail = ours.isEmpty()
                ? "there is no registry sensor"
                : live + " of " + ours.size() + " registry sensors live"
                        + (live > 0
                                ? ""
                                : ": " + ours.get(0).host() + " " + ours.get(0).status() + ", last heard of "
                                        + ours.get(0).lastCheckedIn());
        return all(registries, unclear ? null : live > 0, detail);
    }

    /** For want of a permission. */
    static List<Component> unseen(List<QualysRegistry> registries, String reason) {
        return all(registries, null, reason);
    }

    private static List<Component> all(List<QualysRegistry> registries, @Nullable Boolean working, String detail) {
        return registries.stream()
                .map(registry -> new Component(
                        Component.Kind.SENSOR,
                        registry.uuid(),
                        "registry sensors for " + registry.uri(),
                        working,
                        detail,
                        Boolean.TRUE.equals(working)
                                ? ""
                                : "Start the registry sensor on its host, check that it reaches the platform and the"
                                        + " registry, or install one."))
                .toList();
    }
}
