package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Scope;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pause that somebody opened, as the ledger keeps it.
 *
 * @param kind {@code MUTE} or {@code MAINTENANCE}
 * @param cron when it begins each time, with {@code zone}; null if it is once
 * @param length of each time; null if it is once
 */
public record StoredPause(
        String id,
        String kind,
        @Nullable String monitor,
        @Nullable String tag,
        @Nullable String source,
        @Nullable String scannerZone,
        Instant from,
        Instant until,
        @Nullable String cron,
        @Nullable String zone,
        @Nullable Duration length,
        String who,
        String why) {

    /** @throws IllegalArgumentException if it is no pause that can be */
    public Pause pause() {
        return new Pause(
                id,
                Pause.Kind.valueOf(kind),
                new Scope(monitor == null ? null : new Glob(monitor), tag, source, scannerZone),
                from,
                until,
                schedule(),
                length,
                who,
                why);
    }

    /** What it covers, for people. */
    public String words() {
        List<String> parts = new ArrayList<>();
        add(parts, "monitor", monitor);
        add(parts, "tag", tag);
        add(parts, "source", source);
        add(parts, "zone", scannerZone);
        add(parts, "recurring", cron);
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, @Nullable String value) {
        if (value != null) {
            parts.add(what + " " + value);
        }
    }

    private @Nullable Schedule schedule() {
        if (cron == null) {
            return null;
        }
        try {
            return Schedules.cron(cron, id, ZoneId.of(zone == null ? "UTC" : zone), DstPolicy.RFC);
        } catch (UnreadableScheduleException unreadable) {
            throw new IllegalArgumentException(
                    "Pause '" + id + "' cannot recur: " + unreadable.getMessage(), unreadable);
        }
    }
}
