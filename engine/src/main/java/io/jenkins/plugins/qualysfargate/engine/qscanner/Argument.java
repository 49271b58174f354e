package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.List;

/** What may stand as a value on the scanner's command line. */
final class Argument {
    private Argument() {}

    /**
     * A value that cannot be taken for an option.
     *
     * @throws IllegalArgumentException if it is empty, starts with a dash or holds control characters
     */
    static String value(String what, String value) {
        if (value.isBlank() || value.startsWith("-") || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " '" + printable(value)
                            + "' cannot be handed to QScanner: it must not be empty, start with '-' or hold control characters");
        }
        return value;
    }

    /** Values that the scanner takes as one comma-separated list; none of them holds a comma. */
    static String list(String what, List<String> values) {
        for (String value : values) {
            if (value(what, value).indexOf(',') >= 0) {
                throw new IllegalArgumentException(
                        what + " '" + value + "' cannot be handed to QScanner: it must not hold a comma");
            }
        }
        return String.join(",", values);
    }

    private static String printable(String value) {
        return value.replaceAll("\\p{Cntrl}", "?");
    }
}
