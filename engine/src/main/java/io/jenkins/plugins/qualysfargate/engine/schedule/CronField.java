package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.util.List;

/** A field of a cron line, in the order in which they stand there. */
enum CronField {
    MINUTE("minute", 0, 59, 59, ""),
    HOUR("hour", 0, 23, 23, ""),
    /** H leaves out the days that not every month has. */
    DAY_OF_MONTH("day of month", 1, 31, 28, ""),
    MONTH("month", 1, 12, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    /** 0 and 7 are Sunday. */
    DAY_OF_WEEK("day of week", 0, 7, 6, "SUN MON TUE WED THU FRI SAT");

    static final int SUNDAY_AGAIN = 7;

    private final String label;
    private final int least;
    private final int most;
    private final int mostHashed;
    private final String names;

    CronField(String label, int least, int most, int mostHashed, String names) {
        this.label = label;
        this.least = least;
        this.most = most;
        this.mostHashed = mostHashed;
        this.names = names;
    }

    String label() {
        return label;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** The last value that H without a range may take. */
    int mostHashed() {
        return mostHashed;
    }

    /** The names of the values from {@link #least} on; empty if there are none. */
    List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    /** Every value; of the two Sundays only the first. */
    long all() {
        return Bits.range(least, this == DAY_OF_WEEK ? SUNDAY_AGAIN - 1 : most);
    }

    String expected() {
        String plain = "a %s from %d to %d".formatted(label, least, most);
        return names.isEmpty() ? plain : plain + " or one of " + names;
    }
}
