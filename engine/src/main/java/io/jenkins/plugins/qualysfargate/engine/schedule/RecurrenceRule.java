package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.DayOfWeek;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of RFC 5545, 3.3.10, as it was written; every list is sorted and empty if its part is missing.
 *
 * @param count how many due times there are, 0 for no such end
 * @param until as it was written, null for no such end
 */
record RecurrenceRule(
        Frequency frequency,
        int interval,
        int count,
        @Nullable String until,
        List<Integer> months,
        List<Integer> monthDays,
        List<OrdinalDay> days,
        List<Integer> hours,
        List<Integer> minutes,
        List<Integer> positions,
        DayOfWeek weekStart) {

    /** What is due a single time. */
    static final RecurrenceRule ONCE = new RecurrenceRule(
            Frequency.DAILY,
            1,
            1,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            DayOfWeek.MONDAY);

    boolean ends() {
        return count > 0 || until != null;
    }

    RecurrenceRule withoutEnd() {
        return new RecurrenceRule(
                frequency, interval, 0, null, months, monthDays, days, hours, minutes, positions, weekStart);
    }

    String canonical() {
        StringJoiner parts = new StringJoiner(";").add("FREQ=" + frequency).add("INTERVAL=" + interval);
        if (count > 0) {
            parts.add("COUNT=" + count);
        }
        if (until != null) {
            parts.add("UNTIL=" + until);
        }
        add(parts, "BYMONTH", months);
        add(parts, "BYMONTHDAY", monthDays);
        add(parts, "BYDAY", days.stream().map(OrdinalDay::canonical).toList());
        add(parts, "BYHOUR", hours);
        add(parts, "BYMINUTE", minutes);
        add(parts, "BYSETPOS", positions);
        if (weekStart != DayOfWeek.MONDAY) {
            parts.add("WKST=" + OrdinalDay.letters(weekStart));
        }
        return parts.toString();
    }

    private static void add(StringJoiner parts, String name, List<?> values) {
        if (!values.isEmpty()) {
            parts.add(name + values.stream().map(Object::toString).collect(Collectors.joining(",", "=", "")));
        }
    }
}
