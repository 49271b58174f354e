package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/** Reads cron lines with comments, aliases, and the zone in front of them. */
final class CronReader {
    static final int MOST_LINES = 50;
    private static final String ZONE = "TZ=";
    private static final String EXPECTED = "minute, hour, day of month, month, day of week";
    private static final String EXAMPLE = "30 2 * * MON-FRI";
    /** What Jenkins means by them. */
    private static final Map<String, String> ALIASES = Map.of(
            "@yearly", "H H H H *",
            "@annually", "H H H H *",
            "@monthly", "H H H * *",
            "@weekly", "H H * * H",
            "@daily", "H H * * *",
            "@midnight", "H H(0-2) * * *",
            "@hourly", "H * * * *");

    private final String text;
    private final HashedValues hashed;
    private ZoneId zone;

    private CronReader(String text, String hashKey, ZoneId zone) {
        this.text = text;
        this.hashed = new HashedValues(hashKey);
        this.zone = zone;
    }

    static CronSchedule read(String text, String hashKey, ZoneId defaultZone, DstPolicy policy)
            throws UnreadableScheduleException {
        CronReader reader = new CronReader(text, hashKey, defaultZone);
        List<CronLine> lines = reader.lines();
        return new CronSchedule(lines, reader.zone, policy);
    }

    private List<CronLine> lines() throws UnreadableScheduleException {
        if (text.length() > Limits.TEXT) {
            throw wrong("it is %d characters long".formatted(text.length()), "at most %d".formatted(Limits.TEXT));
        }
        List<CronLine> lines = new ArrayList<>();
        boolean first = true;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(ZONE)) {
                if (!first) {
                    throw wrong("%s stands behind another line".formatted(ZONE), "the zone once, before all else");
                }
                zone = Zones.named(line.substring(ZONE.length()).strip(), text);
            } else {
                lines.add(line(line));
            }
            first = false;
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw wrong("it has %d lines that say when".formatted(lines.size()), "1 to " + MOST_LINES);
        }
        Collections.sort(lines);
        return lines.stream().distinct().toList();
    }

    private CronLine line(String line) throws UnreadableScheduleException {
        List<String> fields = words(alias(line));
        if (fields.size() != CronField.values().length) {
            throw wrong(
                    "\"%s\" has %d fields; there are none for seconds and years".formatted(line, fields.size()),
                    "five: " + EXPECTED);
        }
        long[] bits = new long[fields.size()];
        for (CronField field : CronField.values()) {
            try {
                bits[field.ordinal()] = new CronFieldReader(field, fields.get(field.ordinal()), hashed).read();
            } catch (UnreadableScheduleException e) {
                throw new UnreadableScheduleException(text, e.wrong(), e.expected(), e.example());
            }
        }
        boolean either = isRestricted(fields, CronField.DAY_OF_MONTH) && isRestricted(fields, CronField.DAY_OF_WEEK);
        CronLine read = new CronLine(bits[0], bits[1], bits[2], bits[3], bits[4], either);
        if (!read.isEverDue()) {
            throw wrong("\"%s\" is never due, no year has such a day".formatted(line), "a day that its month has");
        }
        return read;
    }

    /** As crontab(5) has it: a field that begins with an asterisk restricts nothing. */
    private static boolean isRestricted(List<String> fields, CronField field) {
        return !fields.get(field.ordinal()).startsWith("*");
    }

    private String alias(String line) throws UnreadableScheduleException {
        if (!line.startsWith("@")) {
            return line;
        }
        String meaning = ALIASES.get(line.toLowerCase(Locale.ROOT));
        if (meaning == null) {
            throw new UnreadableScheduleException(
                    text,
                    "there is no \"%s\"".formatted(line),
                    "@hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually or five fields",
                    EXAMPLE);
        }
        return meaning;
    }

    private static List<String> words(String line) {
        StringTokenizer words = new StringTokenizer(line, " \t");
        List<String> found = new ArrayList<>();
        while (words.hasMoreTokens()) {
            found.add(words.nextToken());
        }
        return found;
    }

    private UnreadableScheduleException wrong(String what, String expected) {
        return new UnreadableScheduleException(text, what, expected, EXAMPLE);
    }
}
