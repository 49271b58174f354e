package io.jenkins.plugins.qualysfargate.engine.schedule;

/** How often a recurrence rule starts anew, from the shortest to the longest. */
enum Frequency {
    MINUTELY,
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY;

    boolean isLongerThan(Frequency other) {
        return compareTo(other) > 0;
    }
}
