package io.jenkins.plugins.qualysfargate.engine.report;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers for people and for cells, the same in every locale. */
final class Numbers {
    private Numbers() {}

    /** A whole number without a fraction, anything else with up to three digits of it. */
    static String plain(double value) {
        NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
        format.setGroupingUsed(false);
        return format.format(value);
    }

    /** With thousands apart, for example {@code 1,234}. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** The count and its word, for example {@code 1 image} or {@code 1,234 images}. */
    static String of(long count, String singular) {
        return grouped(count) + " " + singular + (count == 1 ? "" : "s");
    }
}
