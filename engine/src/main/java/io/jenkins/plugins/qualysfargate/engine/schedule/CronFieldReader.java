package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.util.Locale;

/** Reads one field of a cron line: a list of values, ranges, steps, names and H. Every character is looked at once. */
final class CronFieldReader {
    private static final int MOST_DIGITS = 3;

    private final CronField field;
    private final String text;
    private final HashedValues hashed;

    /**
     * @param text the field as it stands in the line
     */
    CronFieldReader(CronField field, String text, HashedValues hashed) {
        this.field = field;
        this.text = text;
        this.hashed = hashed;
    }

    /** A bit for every value. */
    long read() throws UnreadableScheduleException {
        long bits = 0;
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            bits |= entry(text.substring(start, end));
            start = end + 1;
        }
        long sundayAgain = 1L << CronField.SUNDAY_AGAIN;
        return field == CronField.DAY_OF_WEEK && (bits & sundayAgain) != 0 ? (bits & ~sundayAgain) | 1 : bits;
    }

    private long entry(String entry) throws UnreadableScheduleException {
        int slash = entry.indexOf('/');
        String values = slash < 0 ? entry : entry.substring(0, slash);
        int step = slash < 0 ? 1 : number(entry.substring(slash + 1));
        if (values.equals("*")) {
            return stepped(field.least(), field.most(), step);
        }
        if (values.equals("H")) {
            return hashed(field.least(), field.mostHashed(), step);
        }
        if (values.startsWith("H(") && values.endsWith(")")) {
            String range = values.substring(2, values.length() - 1);
            int dash = range.indexOf('-');
            if (dash < 0) {
                throw wrong("\"%s\" has no range in its brackets".formatted(values));
            }
            return hashed(value(range.substring(0, dash)), last(range.substring(dash + 1)), step);
        }
        int dash = values.indexOf('-');
        if (dash >= 0) {
            return stepped(value(values.substring(0, dash)), last(values.substring(dash + 1)), step);
        }
        if (slash >= 0) {
            throw wrong(
                    "\"%s\" has a step without a range, write %s-%d/%d".formatted(entry, values, field.most(), step));
        }
        return 1L << value(values);
    }

    private long stepped(int first, int last, int step) throws UnreadableScheduleException {
        check(first, last, step);
        return every(first, last, step);
    }

    private long hashed(int first, int last, int step) throws UnreadableScheduleException {
        check(first, last, step);
        return step == 1 ? 1L << (first + hashed.next(last - first + 1)) : every(first + hashed.next(step), last, step);
    }

    private static long every(int first, int last, int step) {
        long bits = 0;
        for (int value = first; value <= last; value += step) {
            bits |= 1L << value;
        }
        return bits;
    }

    private void check(int first, int last, int step) throws UnreadableScheduleException {
        if (first > last) {
            throw wrong("the range from %d to %d is backwards, write two: %d-%d,%d-%d"
                    .formatted(first, last, first, field.most(), field.least(), last));
        }
        if (step < 1 || step > last - first + 1) {
            throw wrong("a step of %d does not fit into %d to %d".formatted(step, first, last));
        }
    }

    /** The end of a range of weekdays may be the other Sunday. */
    private int last(String word) throws UnreadableScheduleException {
        int value = value(word);
        return field == CronField.DAY_OF_WEEK && value == 0 ? CronField.SUNDAY_AGAIN : value;
    }

    private int value(String word) throws UnreadableScheduleException {
        int name = field.names().indexOf(word.toUpperCase(Locale.ROOT));
        int value = name >= 0 ? field.least() + name : number(word);
        if (value < field.least() || value > field.most()) {
            throw wrong("%d is out of range".formatted(value));
        }
        return value;
    }

    private int number(String word) throws UnreadableScheduleException {
        boolean digits =
                !word.isEmpty() && word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw wrong("\"%s\" is no value".formatted(word));
        }
        return Integer.parseInt(word);
    }

    private UnreadableScheduleException wrong(String what) {
        return new UnreadableScheduleException(
                text,
                "in the field for the %s, %s".formatted(field.label(), what),
                field.expected(),
                "* or %d or %d-%d or */2 or H".formatted(field.least(), field.least(), field.least() + 2));
    }
}
