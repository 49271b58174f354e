package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.LocalDate;
import java.time.Year;

/** Walks over days without making a date for each: what a schedule asks of a day is a number here. */
final class DayCursor {
    static final int SECONDS = 86_400;
    private static final int DAYS_OF_WEEK = 7;
    /** 1970-01-01 was a Thursday; Monday is 0. */
    private static final int FIRST_WEEKDAY = 3;

    private long day;
    private int year;
    private int month;
    private int dayOfMonth;
    private int monthLength;
    private int dayOfYear;
    private int yearLength;
    private int weekday;

    /**
     * @param day since 1970-01-01
     */
    DayCursor(long day) {
        moveTo(day);
    }

    private void moveTo(long to) {
        LocalDate date = LocalDate.ofEpochDay(to);
        day = to;
        year = date.getYear();
        month = date.getMonthValue();
        dayOfMonth = date.getDayOfMonth();
        monthLength = date.lengthOfMonth();
        dayOfYear = date.getDayOfYear();
        yearLength = Year.isLeap(year) ? 366 : 365;
        weekday = weekday(to);
    }

    void next() {
        if (dayOfMonth == monthLength) {
            moveTo(day + 1);
            return;
        }
        day++;
        dayOfMonth++;
        dayOfYear++;
        weekday = weekday == DAYS_OF_WEEK - 1 ? 0 : weekday + 1;
    }

    void nextMonth() {
        moveTo(day + monthLength - dayOfMonth + 1);
    }

    /** Monday is 0. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + FIRST_WEEKDAY, (long) DAYS_OF_WEEK);
    }

    long day() {
        return day;
    }

    int year() {
        return year;
    }

    /** From 1 to 12. */
    int month() {
        return month;
    }

    /** From 1 on. */
    int dayOfMonth() {
        return dayOfMonth;
    }

    int monthLength() {
        return monthLength;
    }

    /** From 1 on. */
    int dayOfYear() {
        return dayOfYear;
    }

    int yearLength() {
        return yearLength;
    }

    /** Monday is 0. */
    int weekday() {
        return weekday;
    }
}
