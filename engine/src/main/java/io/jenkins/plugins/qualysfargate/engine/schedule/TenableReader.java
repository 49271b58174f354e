package io.jenkins.plugins.qualysfargate.engine.schedule;

import io.jenkins.plugins.qualysfargate.engine.schedule.NoSchedule.Reason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the field schedule of a definition, Tenable.sc API, /scan. */
final class TenableReader {
    private static final String ZONE = "TZID=";
    private static final Map<String, Reason> TYPES = Map.of(
            "now", Reason.ON_DEMAND,
            "never", Reason.NEVER,
            "template", Reason.TEMPLATE,
            "dependent", Reason.DEPENDENT,
            "rollover", Reason.ROLLOVER);
    /** Not RFC 5545. */
    private static final Map<String, Reason> FREQUENCIES =
            Map.of("NOW", Reason.ON_DEMAND, "NEVER", Reason.NEVER, "TEMPLATE", Reason.TEMPLATE);

    private TenableReader() {}

    static Schedule read(String type, String start, String repeatRule, @Nullable Instant nextRun, DstPolicy policy)
            throws UnreadableScheduleException {
        String kind = type.strip().toLowerCase(Locale.ROOT);
        Reason none = TYPES.getOrDefault(kind, FREQUENCIES.get(frequency(repeatRule)));
        if (none != null) {
            return new NoSchedule(none);
        }
        if (!kind.equals("ical")) {
            throw new UnreadableScheduleException(
                    type,
                    "there is no such type of schedule",
                    "ical, now, never, template, dependent or rollover",
                    "ical");
        }
        String text = start + " " + repeatRule;
        String begin = start.strip();
        int colon = begin.indexOf(':');
        boolean named = begin.regionMatches(true, 0, ZONE, 0, ZONE.length()) && colon > 0;
        if (!named && !begin.endsWith("Z")) {
            throw new UnreadableScheduleException(
                    text,
                    "the start \"%s\" has no time zone".formatted(begin),
                    "TZID=, the zone, a colon and the time",
                    "TZID=America/New_York:20190214T203000");
        }
        boolean universal = begin.endsWith("Z");
        ZoneId zone = Zones.named(named ? begin.substring(ZONE.length(), colon) : "UTC", text);
        String time = begin.substring(named ? colon + 1 : 0, begin.length() - (universal ? 1 : 0));
        LocalDateTime first = CompactTime.dateTime(time, text);
        String repeat = repeatRule.strip();
        boolean once = repeat.isEmpty() || frequency(repeat).equals("ONETIME");
        RecurrenceRule rule = once ? RecurrenceRule.ONCE : new RuleReader(repeat).read();
        return new RecurrenceReader(text, rule, first).schedule(zone, policy, nextRun);
    }

    /** The word behind FREQ=, empty if there is none. */
    private static String frequency(String rule) {
        String upper = rule.strip().toUpperCase(Locale.ROOT);
        int end = upper.indexOf(';');
        String first = end < 0 ? upper : upper.substring(0, end);
        return first.startsWith("FREQ=") ? first.substring("FREQ=".length()) : "";
    }
}
