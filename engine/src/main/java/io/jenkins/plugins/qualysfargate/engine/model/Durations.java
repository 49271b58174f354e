package io.jenkins.plugins.qualysfargate.engine.model;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90s}, {@code 5m}, {@code 24h}, {@code 30d}, {@code 2w}, or as ISO 8601 has it. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,6})([smhdw])");
    // Days, hours, minutes and seconds; months and years have no length of their own.
    private static final Pattern ISO =
            Pattern.compile("P(?:[0-9]{1,6}D)?(?:T(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?)?");

    private Durations() {}

    /** Empty if the text is no length of time; never negative, and under twenty thousand years. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return ISO.matcher(text).matches() ? iso(text) : Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofDays(7 * number);
                });
    }

    /** The shortest way to write a length of time in whole seconds, for example {@code 90m} or {@code 2d}. */
    public static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            // "P" and "PT" alone, which say nothing.
            return Optional.empty();
        }
    }
}
