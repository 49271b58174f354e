package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When somebody is there.
 *
 * @param from included
 * @param to excluded, after {@code from} on the same day
 */
public record BusinessHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final int WEEK = 7;

    /** @throws IllegalArgumentException if nobody is ever there */
    public BusinessHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("Business hours from " + from + " to " + to + " on " + days
                    + " never begin: at least one day is expected, and an end after the beginning on the same day");
        }
    }

    /** True if somebody is there then. */
    public boolean contains(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }

    /** When they begin next, after then. */
    public Instant nextOpening(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        for (int i = 0; i <= WEEK; i++) {
            LocalDate day = today.plusDays(i);
            Instant opening = day.atTime(from).atZone(zone).toInstant();
            if (days.contains(day.getDayOfWeek()) && opening.isAfter(moment)) {
                return opening;
            }
        }
        throw new IllegalStateException("No business hours begin within a week of " + moment + ": " + this);
    }
}
