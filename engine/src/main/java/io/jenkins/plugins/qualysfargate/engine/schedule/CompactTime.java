package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Dates and times as iCalendar writes them. A day that its month does not have is none. */
final class CompactTime {
    private static final DateTimeFormatter DATE = formatter("uuuuMMdd");
    private static final DateTimeFormatter DATE_TIME = formatter("uuuuMMdd'T'HHmmss");

    private CompactTime() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @param text the whole schedule, for the message
     */
    static LocalDate date(String date, String text) throws UnreadableScheduleException {
        try {
            return LocalDate.parse(date, DATE);
        } catch (DateTimeException e) {
            throw wrong(date, text);
        }
    }

    /**
     * @param text the whole schedule, for the message
     */
    static LocalDateTime dateTime(String time, String text) throws UnreadableScheduleException {
        try {
            return LocalDateTime.parse(time, DATE_TIME);
        } catch (DateTimeException e) {
            throw wrong(time, text);
        }
    }

    private static UnreadableScheduleException wrong(String time, String text) {
        return new UnreadableScheduleException(
                text,
                "\"%s\" is no date and time".formatted(UnreadableScheduleException.shown(time)),
                "year, month and day, T, hour, minute and second",
                "20190214T203000");
    }
}
