package io.jenkins.plugins.qualysfargate.engine.yaml;

import java.util.Locale;

/** How what others wrote is repeated in messages: short, because it may be megabytes. */
public final class Wording {
    private static final int LONGEST_NAME = 120;

    private Wording() {}

    /** A name, cut to 120 characters. */
    public static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    /** A text of at most so many characters, the last one a sign if something was cut. */
    public static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** A number without needless digits, for example {@code 7} or {@code 0.97}. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value).replaceAll("0+$", "");
    }
}
