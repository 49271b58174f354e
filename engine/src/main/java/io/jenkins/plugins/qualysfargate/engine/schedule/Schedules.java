package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads schedules; what cannot be read, or is never due although it names times, is an exception that says what would be right. */
public final class Schedules {
    private Schedules() {}

    /**
     * Cron lines with five fields, several of them are a union: ranges, steps, lists, names, H, the aliases of Jenkins,
     * comments, and {@code TZ=Area/City} in front. Where both kinds of day are restricted, one of them has to fit.
     *
     * @param hashKey what H is made of; the full name of a Jenkins job gives the values that Jenkins takes
     * @param defaultZone taken if no line names one
     */
    public static Schedule cron(String text, String hashKey, ZoneId defaultZone, DstPolicy policy)
            throws UnreadableScheduleException {
        return CronReader.read(text, hashKey, defaultZone, policy);
    }

    /**
     * A rule of RFC 5545, 3.3.10, with the frequencies from MINUTELY to YEARLY and without BYSECOND, BYYEARDAY and BYWEEKNO.
     * COUNT counts times of the wall clock, whatever the policy makes of them.
     *
     * @param start DTSTART; due itself only if the rule takes it
     */
    public static Schedule recurrence(String rrule, LocalDateTime start, ZoneId zone, DstPolicy policy)
            throws UnreadableScheduleException {
        return RecurrenceReader.read(rrule, start, zone, policy);
    }

    /**
     * A schedule of Tenable.sc API, /scan. Its due times are those of its rule: where the server says otherwise is in {@link
     * Schedule#disagreement}, and who believes the server more collects what it says for {@link #listed}.
     *
     * @param start {@code TZID=America/New_York:20190214T203000}; not read where the type has none
     * @param repeatRule empty for a single time
     * @param nextRun what the server says, null if it says nothing
     */
    public static Schedule tenable(
            String type, String start, String repeatRule, @Nullable Instant nextRun, DstPolicy policy)
            throws UnreadableScheduleException {
        return TenableReader.read(type, start, repeatRule, nextRun, policy);
    }

    /**
     * Due at the anchor and after every period from then on, by elapsed time.
     *
     * @param period between a second and a hundred years
     */
    public static Schedule every(Duration period, Instant anchor) throws UnreadableScheduleException {
        if (period.compareTo(PeriodSchedule.SHORTEST) < 0 || period.compareTo(Limits.HORIZON) > 0) {
            throw new UnreadableScheduleException(
                    "every " + period,
                    "such a period means nothing",
                    "a period from a second to a hundred years",
                    "PT24H");
        }
        if (!Limits.clamp(anchor).equals(anchor)) {
            throw new UnreadableScheduleException(
                    "every %s from %s".formatted(period, anchor),
                    "it starts outside of the calendar",
                    "a start in the years 1 to 9999",
                    "2026-01-01T00:00:00Z");
        }
        return new PeriodSchedule(period, anchor);
    }

    /**
     * Due at exactly these times, in any order.
     *
     * @param zone in which people are told
     * @throws IllegalArgumentException if there are more than a million
     */
    public static Schedule listed(Collection<Instant> dues, ZoneId zone) {
        return new ListedSchedule(List.copyOf(dues), zone);
    }
}
