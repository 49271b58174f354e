package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Month;

/**
 * One line of a cron schedule with a bit for every value; H has become a number.
 *
 * @param weekdays bit 0 is Sunday
 * @param either due on a day that fits the day of month or the day of week: both are restricted
 */
record CronLine(long minutes, long hours, long daysOfMonth, long months, long weekdays, boolean either)
        implements Comparable<CronLine> {

    CronLine {
        if (either && (daysOfMonth == CronField.DAY_OF_MONTH.all() || weekdays == CronField.DAY_OF_WEEK.all())) {
            daysOfMonth = CronField.DAY_OF_MONTH.all();
            weekdays = CronField.DAY_OF_WEEK.all();
            either = false;
        }
    }

    boolean collect(long from, long to, Seconds into) {
        long lastDay = Math.floorDiv(to - 1, (long) DayCursor.SECONDS);
        DayCursor cursor = new DayCursor(Math.floorDiv(from, (long) DayCursor.SECONDS));
        while (cursor.day() <= lastDay) {
            if (!Bits.has(months, cursor.month())) {
                cursor.nextMonth();
                continue;
            }
            if (isDueOn(cursor) && !times(cursor.day() * DayCursor.SECONDS, from, to, into)) {
                return false;
            }
            cursor.next();
        }
        return true;
    }

    private boolean isDueOn(DayCursor cursor) {
        boolean ofMonth = Bits.has(daysOfMonth, cursor.dayOfMonth());
        boolean ofWeek = Bits.has(weekdays, (cursor.weekday() + 1) % CronField.SUNDAY_AGAIN);
        return either ? ofMonth || ofWeek : ofMonth && ofWeek;
    }

    private boolean times(long midnight, long from, long to, Seconds into) {
        for (long hour = hours; hour != 0; hour &= hour - 1) {
            long full = midnight + Long.numberOfTrailingZeros(hour) * 3_600L;
            for (long minute = minutes; minute != 0; minute &= minute - 1) {
                long time = full + Long.numberOfTrailingZeros(minute) * 60L;
                if (time >= from && time < to && !into.add(time)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** False for days that no year has, such as 30 February. */
    boolean isEverDue() {
        boolean possible = false;
        for (int month = 1; month <= 12; month++) {
            long days = Bits.range(1, Month.of(month).maxLength());
            possible |= Bits.has(months, month) && (daysOfMonth & days) != 0;
        }
        return either || possible;
    }

    /** As five fields; what follows says that, other than usual, both kinds of day have to fit. */
    String canonical() {
        boolean both =
                !either && daysOfMonth != CronField.DAY_OF_MONTH.all() && weekdays != CronField.DAY_OF_WEEK.all();
        return String.join(
                        " ",
                        text(CronField.MINUTE, minutes),
                        text(CronField.HOUR, hours),
                        text(CronField.DAY_OF_MONTH, daysOfMonth),
                        text(CronField.MONTH, months),
                        text(CronField.DAY_OF_WEEK, weekdays))
                + (both ? " both" : "");
    }

    private static String text(CronField field, long bits) {
        if (bits == field.all()) {
            return "*";
        }
        StringBuilder text = new StringBuilder();
        for (int value = field.least(); value <= field.most(); value++) {
            if (Bits.has(bits, value)) {
                int last = value + Long.numberOfTrailingZeros(~(bits >>> value)) - 1;
                text.append(text.isEmpty() ? "" : ",").append(value).append(last > value ? "-" + last : "");
                value = last;
            }
        }
        return text.toString();
    }

    @Override
    public int compareTo(CronLine other) {
        return canonical().compareTo(other.canonical());
    }
}
