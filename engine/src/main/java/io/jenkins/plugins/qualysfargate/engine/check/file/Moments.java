package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads days and moments of the calendar. */
final class Moments {
    /** {@code 2026-03-31}. */
    private static final int DAY = 10;
    /** {@code 2026-03-31T22:00:00}. */
    private static final int LOCAL = 19;

    private Moments() {}

    /** A moment; what has no offset is in the zone, and a day is its beginning. */
    static @Nullable Instant instant(Value value, ZoneId zone) {
        String text = value.text(Forms.MOMENT);
        if (text == null) {
            return null;
        }
        try {
            return hasOffset(text)
                    ? OffsetDateTime.parse(text).toInstant()
                    : dateTime(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            value.refuse("is no moment of the calendar (" + e.getMessage() + ")");
            return null;
        }
    }

    /** A moment of a wall clock; a day is its beginning. */
    static @Nullable LocalDateTime local(Value value) {
        String text = value.text(Forms.MOMENT);
        if (text == null) {
            return null;
        }
        if (hasOffset(text)) {
            value.refuse(
                    "has an offset; write it as the clock in the time zone shows it, for example 2026-03-31T22:00");
            return null;
        }
        try {
            return dateTime(text);
        } catch (DateTimeException e) {
            value.refuse("is no moment of the calendar (" + e.getMessage() + ")");
            return null;
        }
    }

    private static LocalDateTime dateTime(String text) {
        return text.length() == DAY ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.length() > LOCAL || text.indexOf('+') > 0 || text.lastIndexOf('-') > DAY;
    }
}
