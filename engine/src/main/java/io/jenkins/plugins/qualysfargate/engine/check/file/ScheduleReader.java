package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import io.jenkins.plugins.qualysfargate.engine.yaml.NearMiss;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads when something is due.
 *
 * @param zone where clocks hang unless a schedule says otherwise
 */
record ScheduleReader(ZoneId zone) {
    private static final String CRON = "cron";
    private static final String RRULE = "rrule";
    private static final String EVERY = "every";
    private static final String START = "start";
    private static final String TIME_ZONE = "time-zone";
    private static final List<String> KINDS = List.of(CRON, RRULE, EVERY);
    private static final List<String> KEYS = List.of(CRON, RRULE, EVERY, START, TIME_ZONE);
    private static final Duration LONGEST = Duration.ofDays(3660);

    /**
     * A schedule; null (and a problem) if there is none.
     *
     * @param hashKey what H is made of
     */
    @Nullable
    Schedule read(Value value, String hashKey, DstPolicy dst) {
        if (!value.hasKeys()) {
            String text = value.text(Forms.SCHEDULE);
            return text == null ? null : due(value, () -> Schedules.cron(text, hashKey, zone, dst));
        }
        Section section = value.section(KEYS);
        if (section == null) {
            return null;
        }
        List<String> kinds = KINDS.stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            section.refuse("must have exactly one of " + String.join(", ", KINDS));
            return null;
        }
        ZoneId there = section.read(TIME_ZONE, ScheduleReader::zone, zone);
        return switch (kinds.get(0)) {
            case CRON -> cron(section, hashKey, there, dst);
            case RRULE -> recurrence(section, there, dst);
            default -> every(section, there);
        };
    }

    private static @Nullable Schedule cron(Section section, String hashKey, ZoneId zone, DstPolicy dst) {
        section.allowOnly(List.of(CRON, TIME_ZONE), "a schedule with cron");
        Value value = section.value(CRON);
        String text = value == null ? null : value.text(Forms.SCHEDULE);
        return value == null || text == null ? null : due(value, () -> Schedules.cron(text, hashKey, zone, dst));
    }

    private static @Nullable Schedule recurrence(Section section, ZoneId zone, DstPolicy dst) {
        section.allowOnly(List.of(RRULE, START, TIME_ZONE), "a schedule with rrule");
        if (!section.has(START)) {
            section.missing(START, "is missing: a rule needs a beginning, for example start: 2026-01-03T02:00");
        }
        Value value = section.value(RRULE);
        String rule = value == null ? null : value.text(Forms.SCHEDULE);
        LocalDateTime start = section.optional(START, Moments::local);
        return value == null || rule == null || start == null
                ? null
                : due(value, () -> Schedules.recurrence(rule, start, zone, dst));
    }

    private static @Nullable Schedule every(Section section, ZoneId zone) {
        Value value = section.value(EVERY);
        Duration period = value == null ? null : value.duration(Duration.ofMinutes(1), LONGEST);
        Instant anchor = section.read(START, it -> Moments.instant(it, zone), Instant.EPOCH);
        return value == null || period == null ? null : due(value, () -> Schedules.every(period, anchor));
    }

    /** A time zone by its IANA name. */
    static @Nullable ZoneId zone(Value value) {
        String name = value.text(Forms.ZONE);
        if (name == null) {
            return null;
        }
        if (name.equals("UTC") || ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        value.refuse(() -> "there is no time zone '" + Wording.name(name) + "'. Did you mean '" + similar(name) + "'?");
        return null;
    }

    private static String similar(String name) {
        return Stream.concat(
                        NearMiss.closest(name, ZoneId.getAvailableZoneIds()).stream(),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.substring(id.indexOf('/') + 1).equalsIgnoreCase(name))
                                .sorted())
                .findFirst()
                .orElse("Europe/Berlin");
    }

    private static @Nullable Schedule due(Value value, Text text) {
        try {
            return text.read();
        } catch (UnreadableScheduleException e) {
            value.refuse("cannot be read as a schedule: " + e.wrong() + ". Expected is " + e.expected()
                    + ", for example " + e.example());
        }
        return null;
    }

    /** A schedule that is still to be read. */
    @FunctionalInterface
    private interface Text {
        Schedule read() throws UnreadableScheduleException;
    }
}
