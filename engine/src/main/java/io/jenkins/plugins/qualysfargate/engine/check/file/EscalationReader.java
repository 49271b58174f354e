package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.BusinessHours;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Tier;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who is told when. */
final class EscalationReader {
    private static final List<String> KEYS = List.of("id", "tiers", "hours", "any-time-from", "re-alert");
    private static final List<String> TIER_KEYS = List.of("after", "channels", "urgency");
    private static final List<String> HOUR_KEYS = List.of("days", "from", "until", "time-zone");
    private static final Map<String, DayOfWeek> DAYS = days();
    private static final Duration LONGEST = Duration.ofDays(60);

    private final Ids<ChannelSettings> channels;
    private final ZoneId zone;

    EscalationReader(Ids<ChannelSettings> channels, ZoneId zone) {
        this.channels = channels;
        this.zone = zone;
    }

    void read(Value item, Ids<Escalation> into) {
        Section section = item.section(KEYS);
        if (section == null) {
            return;
        }
        String id = into.claim(section, Forms.SHORT_ID);
        if (!section.has("tiers")) {
            section.missing("tiers", "is missing: it is a list such as [{channels: [pager]}]");
        }
        List<Tier> tiers = new ArrayList<>();
        boolean sound = section.has("tiers");
        for (Value each : section.items("tiers")) {
            sound &= tier(each, tiers);
        }
        BusinessHours hours = hours(section.section("hours", HOUR_KEYS));
        Urgency anyTime = section.optional("any-time-from", it -> it.choice(Forms.URGENCIES));
        if (anyTime != null && !section.has("hours")) {
            section.refuse("any-time-from", "says nothing without hours; add them, or leave it out");
        }
        Duration repeat = section.optional("re-alert", it -> it.duration(Duration.ofMinutes(5), LONGEST));
        if (id != null && sound && !tiers.isEmpty()) {
            into.put(id, new Escalation(id, tiers, hours, anyTime, repeat));
        }
    }

    /** False (and a problem) if it is none. */
    private boolean tier(Value item, List<Tier> before) {
        Section section = item.section(TIER_KEYS);
        if (section == null) {
            return false;
        }
        Duration after = section.read("after", it -> it.duration(Duration.ZERO, LONGEST), Duration.ZERO);
        Urgency urgency = section.optional("urgency", it -> it.choice(Forms.URGENCIES));
        if (!section.has("channels")) {
            section.missing("channels", "is missing: it is a list of ids of channels");
        }
        List<String> told = section.all("channels", this::channel);
        if (!before.isEmpty() && after.compareTo(before.get(before.size() - 1).after()) <= 0) {
            section.refuse("after", "is not later than the tier before it");
            return false;
        }
        if (told.isEmpty()) {
            return false;
        }
        before.add(new Tier(after, told.stream().distinct().toList(), urgency));
        return true;
    }

    private @Nullable String channel(Value value) {
        String id = channels.use(value);
        ChannelSettings channel = id == null ? null : channels.get(id);
        if (channel != null && channel.options() instanceof ChannelOptions.Heartbeat) {
            value.refuse("is a heartbeat, which tells nobody; name another channel");
            return null;
        }
        return id;
    }

    /** What is there if the file names channels and no escalation: all of them are told at once. */
    static List<Escalation> orStandard(List<Escalation> escalations, List<ChannelSettings> channels) {
        List<String> all = channels.stream()
                .filter(each -> !(each.options() instanceof ChannelOptions.Heartbeat))
                .map(ChannelSettings::id)
                .toList();
        return escalations.isEmpty() && !all.isEmpty()
                ? List.of(Escalation.once(CareReader.STANDARD, all))
                : escalations;
    }

    private @Nullable BusinessHours hours(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        List<DayOfWeek> days = section.has("days")
                ? section.all("days", it -> it.choice(DAYS))
                : List.of(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        LocalTime from = time(section, "from");
        LocalTime until = time(section, "until");
        ZoneId there = section.read("time-zone", ScheduleReader::zone, zone);
        if (from != null && until != null && !from.isBefore(until)) {
            section.refuse("until", "is not after from on the same day");
            return null;
        }
        return from == null || until == null || days.isEmpty()
                ? null
                : new BusinessHours(there, Set.copyOf(days), from, until);
    }

    private static @Nullable LocalTime time(Section section, String key) {
        if (!section.has(key)) {
            section.missing(key, "is missing: it is a time of day such as 08:00");
        }
        return section.optional(key, Value::timeOfDay);
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> words = new LinkedHashMap<>();
        for (DayOfWeek each : DayOfWeek.values()) {
            words.put(each.name().substring(0, 3).toLowerCase(Locale.ROOT), each);
        }
        return words;
    }
}
