package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Says in words what a simple recurrence rule is; for others there is nothing better than the rule. */
final class RecurrenceWords {
    private RecurrenceWords() {}

    static Optional<String> of(RecurrenceTimes times) {
        RecurrenceRule rule = times.rule();
        LocalDateTime start = times.start();
        if (rule.equals(RecurrenceRule.ONCE)) {
            return Optional.of("once, at " + Words.minute(start.atOffset(ZoneOffset.UTC)));
        }
        boolean plain = !rule.ends()
                && rule.months().isEmpty()
                && rule.hours().isEmpty()
                && rule.minutes().isEmpty()
                && rule.positions().isEmpty();
        return plain ? days(rule, start).map(days -> days + " at " + time(start)) : Optional.empty();
    }

    private static String time(LocalDateTime start) {
        return Words.time(start.getHour() * 60 + start.getMinute());
    }

    private static Optional<String> days(RecurrenceRule rule, LocalDateTime start) {
        boolean any = rule.days().isEmpty() && rule.monthDays().isEmpty();
        return switch (rule.frequency()) {
            case DAILY -> any ? Optional.of(often(rule, "daily", "days")) : Optional.empty();
            case WEEKLY -> Optional.of(often(rule, "", "weeks ") + "on " + weekdays(rule, start));
            case MONTHLY -> monthly(rule, start);
            case MINUTELY, HOURLY, YEARLY -> Optional.empty();
        };
    }

    private static String often(RecurrenceRule rule, String once, String unit) {
        return rule.interval() == 1 ? once : "every %d %s".formatted(rule.interval(), unit);
    }

    private static String weekdays(RecurrenceRule rule, LocalDateTime start) {
        List<DayOfWeek> days = rule.days().isEmpty()
                ? List.of(start.getDayOfWeek())
                : rule.days().stream().map(OrdinalDay::day).toList();
        return Words.weekdays(days.stream().map(day -> day.getValue() - 1).toList());
    }

    private static Optional<String> monthly(RecurrenceRule rule, LocalDateTime start) {
        String months = often(rule, "every month", "months");
        if (rule.days().size() == 1 && rule.monthDays().isEmpty()) {
            OrdinalDay day = rule.days().get(0);
            String which = day.ordinal() == 0 ? "every" : "the " + Words.ordinal(day.ordinal());
            return Optional.of("on %s %s of %s".formatted(which, Words.weekday(day.day()), months));
        }
        List<Integer> days = rule.monthDays().isEmpty() ? List.of(start.getDayOfMonth()) : rule.monthDays();
        if (!rule.days().isEmpty() || days.size() != 1) {
            return Optional.empty();
        }
        int day = days.get(0);
        String which = day > 0 ? "day " + day : "the " + Words.ordinal(day) + " day";
        return Optional.of("on %s of %s".formatted(which, months));
    }
}
