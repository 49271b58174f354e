package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.LocalDate;
import java.util.List;

/** Which days a recurrence rule takes, as the table of RFC 5545, 3.3.10, has it; what the rule leaves open its start says. */
final class RecurrenceDays {
    private static final int WEEK = 7;

    private final Frequency frequency;
    private final int interval;
    private final int weekStart;
    private final long months;
    private final long monthDays;
    private final long monthDaysFromEnd;
    /** By weekday, Monday first: bit 0 for every one, bit n for the n-th one. */
    private final long[] ordinals = new long[WEEK];

    private final long[] ordinalsFromEnd = new long[WEEK];
    private final boolean anyWeekday;
    private final boolean ordinalsOfYear;
    private final long startPeriod;

    RecurrenceDays(RecurrenceRule rule, LocalDate start) {
        frequency = rule.frequency();
        interval = rule.interval();
        weekStart = rule.weekStart().getValue() - 1;
        boolean fromStart = rule.monthDays().isEmpty() && rule.days().isEmpty();
        boolean yearly = frequency == Frequency.YEARLY;
        boolean dayOfStart = fromStart && (yearly || frequency == Frequency.MONTHLY);
        boolean monthOfStart = yearly
                && rule.months().isEmpty()
                && (fromStart || !rule.monthDays().isEmpty());
        months = bits(monthOfStart ? List.of(start.getMonthValue()) : rule.months(), 1);
        List<Integer> days = dayOfStart ? List.of(start.getDayOfMonth()) : rule.monthDays();
        monthDays = bits(days, 1);
        monthDaysFromEnd = bits(days, -1);
        boolean weekdayOfStart = frequency == Frequency.WEEKLY && rule.days().isEmpty();
        List<OrdinalDay> weekdays = weekdayOfStart ? List.of(new OrdinalDay(0, start.getDayOfWeek())) : rule.days();
        for (OrdinalDay each : weekdays) {
            long[] row = each.ordinal() < 0 ? ordinalsFromEnd : ordinals;
            row[each.day().getValue() - 1] |= 1L << Math.abs(each.ordinal());
        }
        anyWeekday = weekdays.isEmpty();
        ordinalsOfYear = yearly && rule.months().isEmpty();
        startPeriod = period(new DayCursor(start.toEpochDay()));
    }

    private static long bits(List<Integer> values, int sign) {
        return values.stream()
                .filter(value -> value * sign > 0)
                .mapToLong(value -> 1L << Math.abs(value))
                .reduce(0, (a, b) -> a | b);
    }

    /** The number of the day, week, month or year; whatever is shorter than a day counts by itself. */
    private long period(DayCursor cursor) {
        return switch (frequency) {
            case MINUTELY, HOURLY -> 0;
            case DAILY -> cursor.day();
            case WEEKLY -> Math.floorDiv(weekStart(cursor.day()), (long) WEEK);
            case MONTHLY -> cursor.year() * 12L + cursor.month();
            case YEARLY -> cursor.year();
        };
    }

    private long weekStart(long day) {
        return day - Math.floorMod(DayCursor.weekday(day) - weekStart, WEEK);
    }

    /** The first day of the week, month or year. */
    long periodStart(DayCursor cursor) {
        return switch (frequency) {
            case MINUTELY, HOURLY, DAILY -> cursor.day();
            case WEEKLY -> weekStart(cursor.day());
            case MONTHLY -> cursor.day() - cursor.dayOfMonth() + 1;
            case YEARLY -> cursor.day() - cursor.dayOfYear() + 1;
        };
    }

    /** The first day after the week, month or year. */
    long periodEnd(DayCursor cursor) {
        return switch (frequency) {
            case MINUTELY, HOURLY, DAILY -> cursor.day() + 1;
            case WEEKLY -> weekStart(cursor.day()) + WEEK;
            case MONTHLY -> cursor.day() - cursor.dayOfMonth() + 1 + cursor.monthLength();
            case YEARLY -> cursor.day() - cursor.dayOfYear() + 1 + cursor.yearLength();
        };
    }

    /** Moves to the first day that the rule takes, from this one on and before the end; false if there is none. */
    boolean find(DayCursor cursor, long end) {
        while (cursor.day() < end) {
            boolean month = months == 0 || Bits.has(months, cursor.month());
            boolean due = month && Math.floorMod(period(cursor) - startPeriod, (long) interval) == 0;
            if (due && isDay(cursor)) {
                return true;
            }
            if (!month || (!due && frequency.isLongerThan(Frequency.WEEKLY))) {
                cursor.nextMonth();
            } else {
                cursor.next();
            }
        }
        return false;
    }

    private boolean isDay(DayCursor cursor) {
        int day = cursor.dayOfMonth();
        boolean ofMonth = (monthDays | monthDaysFromEnd) == 0
                || Bits.has(monthDays, day)
                || Bits.has(monthDaysFromEnd, cursor.monthLength() - day + 1);
        return ofMonth && (anyWeekday || isWeekday(cursor));
    }

    private boolean isWeekday(DayCursor cursor) {
        int before = (ordinalsOfYear ? cursor.dayOfYear() : cursor.dayOfMonth()) - 1;
        int after = (ordinalsOfYear ? cursor.yearLength() : cursor.monthLength()) - 1 - before;
        long fromStart = ordinals[cursor.weekday()];
        return Bits.has(fromStart, 0)
                || Bits.has(fromStart, before / WEEK + 1)
                || Bits.has(ordinalsFromEnd[cursor.weekday()], after / WEEK + 1);
    }
}
