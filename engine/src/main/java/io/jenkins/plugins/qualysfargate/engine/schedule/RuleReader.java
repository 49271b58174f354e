package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a recurrence rule, and what they forbid each other. */
final class RuleReader {
    static final int MOST_COUNTED = 10_000;
    static final int LONGEST_INTERVAL = 1_000_000;
    private static final int MOST_VALUES = 400;
    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYMONTH",
            "BYMONTHDAY",
            "BYDAY",
            "BYHOUR",
            "BYMINUTE",
            "BYSETPOS",
            "WKST");

    private final String text;
    private final Map<String, String> parts = new HashMap<>();

    RuleReader(String text) {
        this.text = text;
    }

    RecurrenceRule read() throws UnreadableScheduleException {
        split();
        Frequency frequency = frequency();
        List<OrdinalDay> days = days(frequency);
        List<Integer> monthDays = numbers("BYMONTHDAY", -31, 31);
        List<Integer> positions = numbers("BYSETPOS", -366, 366);
        boolean dated = parts.containsKey("BYMONTH") || parts.containsKey("BYHOUR") || parts.containsKey("BYMINUTE");
        if (!positions.isEmpty() && days.isEmpty() && monthDays.isEmpty() && !dated) {
            throw wrong("BYSETPOS has nothing to choose from", "another part that begins with BY");
        }
        if (frequency == Frequency.WEEKLY && !monthDays.isEmpty()) {
            throw wrong("BYMONTHDAY means nothing within a week", "FREQ=MONTHLY or FREQ=DAILY with it");
        }
        String until = parts.get("UNTIL");
        if (until != null && parts.containsKey("COUNT")) {
            throw wrong("it has both COUNT and UNTIL", "one end");
        }
        return new RecurrenceRule(
                frequency,
                number("INTERVAL", LONGEST_INTERVAL, 1),
                number("COUNT", MOST_COUNTED, 0),
                until,
                numbers("BYMONTH", 1, 12),
                monthDays,
                days,
                numbers("BYHOUR", 0, 23),
                numbers("BYMINUTE", 0, 59),
                positions,
                parts.containsKey("WKST") ? weekday(parts.get("WKST")) : DayOfWeek.MONDAY);
    }

    private void split() throws UnreadableScheduleException {
        if (text.length() > Limits.TEXT) {
            throw wrong("it is %d characters long".formatted(text.length()), "at most %d".formatted(Limits.TEXT));
        }
        String upper = text.strip().toUpperCase(Locale.ROOT);
        for (String part : upper.startsWith("RRULE:") ? upper.substring(6).split(";") : upper.split(";")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (equals < 0 || !PARTS.contains(name)) {
                throw wrong("\"%s\" is no part that is known".formatted(part), "parts out of " + new TreeSet<>(PARTS));
            }
            if (parts.put(name, part.substring(equals + 1).strip()) != null) {
                throw wrong("%s stands there twice".formatted(name), "each part once");
            }
        }
    }

    private Frequency frequency() throws UnreadableScheduleException {
        String word = parts.getOrDefault("FREQ", "");
        for (Frequency each : Frequency.values()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        throw wrong(
                "\"FREQ=%s\" is no frequency".formatted(word),
                "FREQ=MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY");
    }

    private List<OrdinalDay> days(Frequency frequency) throws UnreadableScheduleException {
        Set<OrdinalDay> days = new TreeSet<>();
        boolean ofMonth = frequency == Frequency.MONTHLY || parts.containsKey("BYMONTH");
        for (String each : list("BYDAY")) {
            int letters = Math.max(0, each.length() - 2);
            String number = each.substring(0, letters);
            int ordinal = number.isEmpty() ? 0 : integer("BYDAY", number, ofMonth ? -5 : -53, ofMonth ? 5 : 53);
            if (!number.isEmpty() && (ordinal == 0 || !frequency.isLongerThan(Frequency.WEEKLY))) {
                throw wrong(
                        "BYDAY=%s counts weekdays of a month or year".formatted(each),
                        "FREQ=MONTHLY or FREQ=YEARLY with it");
            }
            days.add(new OrdinalDay(ordinal, weekday(each.substring(letters))));
        }
        return List.copyOf(days);
    }

    private DayOfWeek weekday(@Nullable String letters) throws UnreadableScheduleException {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (OrdinalDay.letters(day).equals(letters)) {
                return day;
            }
        }
        throw wrong("\"%s\" is no weekday".formatted(letters), "MO, TU, WE, TH, FR, SA or SU");
    }

    /** Ascending, each once, without 0 where it means nothing. */
    private List<Integer> numbers(String name, int least, int most) throws UnreadableScheduleException {
        Collection<Integer> numbers = new TreeSet<>();
        for (String each : list(name)) {
            int number = integer(name, each, least, most);
            if (number == 0 && least < 0) {
                throw wrong("%s=0 means nothing".formatted(name), "1 for the first or -1 for the last");
            }
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }

    private int number(String name, int most, int otherwise) throws UnreadableScheduleException {
        String value = parts.get(name);
        return value == null ? otherwise : integer(name, value, 1, most);
    }

    private List<String> list(String name) throws UnreadableScheduleException {
        String value = parts.get(name);
        List<String> entries = value == null ? List.of() : List.of(value.split(",", -1));
        if (entries.size() > MOST_VALUES) {
            throw wrong("%s lists %d values".formatted(name, entries.size()), "at most %d".formatted(MOST_VALUES));
        }
        return new ArrayList<>(entries);
    }

    private int integer(String name, String word, int least, int most) throws UnreadableScheduleException {
        String digits = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        boolean number =
                !digits.isEmpty() && digits.length() <= 7 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = number ? Integer.parseInt(word) : 0;
        if (!number || value < least || value > most) {
            throw wrong(
                    "%s=%s is out of range or no number".formatted(name, word),
                    "%s from %d to %d".formatted(name, least, most));
        }
        return value;
    }

    private UnreadableScheduleException wrong(String what, String expected) {
        return new UnreadableScheduleException(text, what, expected, RecurrenceReader.EXAMPLE);
    }
}
