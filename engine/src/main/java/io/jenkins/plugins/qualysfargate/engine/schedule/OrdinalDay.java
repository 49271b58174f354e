package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.DayOfWeek;
import java.util.Comparator;

/**
 * A weekday of a rule.
 *
 * @param ordinal 0 for every one, 2 for the second one, -1 for the last one
 */
record OrdinalDay(int ordinal, DayOfWeek day) implements Comparable<OrdinalDay> {
    private static final Comparator<OrdinalDay> ORDER =
            Comparator.comparing(OrdinalDay::day).thenComparing(OrdinalDay::ordinal);

    /** As RFC 5545 writes it, 2TU. */
    String canonical() {
        return (ordinal == 0 ? "" : Integer.toString(ordinal)) + letters(day);
    }

    static String letters(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    @Override
    public int compareTo(OrdinalDay other) {
        return ORDER.compare(this, other);
    }
}
