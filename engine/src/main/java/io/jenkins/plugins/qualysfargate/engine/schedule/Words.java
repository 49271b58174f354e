package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** How people say times, days and numbers. */
final class Words {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<Integer> WORKDAYS = List.of(0, 1, 2, 3, 4);

    private Words() {}

    /** As in "a, b and c". */
    static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /**
     * @param minuteOfDay since midnight
     */
    static String time(int minuteOfDay) {
        return "%02d:%02d".formatted(minuteOfDay / 60, minuteOfDay % 60);
    }

    static String minute(OffsetDateTime time) {
        return MINUTE.format(time);
    }

    static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /**
     * @param weekdays ascending, Monday is 0
     */
    static String weekdays(List<Integer> weekdays) {
        return weekdays.equals(WORKDAYS)
                ? "Monday to Friday"
                : and(weekdays.stream()
                        .map(day -> weekday(DayOfWeek.of(day + 1)))
                        .toList());
    }

    /** As in 2nd; -1 is the last one. */
    static String ordinal(int number) {
        if (number < 0) {
            return number == -1 ? "last" : ordinal(-number) + " last";
        }
        int tens = number % 100;
        boolean teen = tens >= 11 && tens <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.toNanosPart() > 0) {
            return duration.toString();
        }
        if (seconds % 86_400 == 0 && seconds > 86_400) {
            return seconds / 86_400 + " days";
        }
        if (seconds % 3_600 == 0) {
            return seconds == 3_600 ? "hour" : seconds / 3_600 + " hours";
        }
        return seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
    }
}
