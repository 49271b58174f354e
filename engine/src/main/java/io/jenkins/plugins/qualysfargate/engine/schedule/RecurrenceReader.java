package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Makes a schedule of a recurrence rule and its start. */
final class RecurrenceReader {
    static final String EXAMPLE = "FREQ=WEEKLY;INTERVAL=1;BYDAY=SA";
    private static final LocalDateTime END_OF_TIME = LocalDateTime.ofInstant(Limits.LATEST, ZoneOffset.UTC);

    private final String text;
    private final RecurrenceRule rule;
    private final LocalDateTime start;

    /**
     * @param text the rule as it was given
     * @param start its fraction of a second is not part of any rule
     */
    RecurrenceReader(String text, RecurrenceRule rule, LocalDateTime start) throws UnreadableScheduleException {
        this.text = text;
        this.rule = rule;
        this.start = start.withNano(0);
        if (start.getYear() < 1 || !start.isBefore(END_OF_TIME)) {
            throw wrong("it starts in the year %d".formatted(start.getYear()), "a start in the years 1 to 9999");
        }
    }

    static RecurrenceSchedule read(String text, LocalDateTime start, ZoneId zone, DstPolicy policy)
            throws UnreadableScheduleException {
        return new RecurrenceReader(text, new RuleReader(text).read(), start).schedule(zone, policy, null);
    }

    RecurrenceSchedule schedule(ZoneId zone, DstPolicy policy, @Nullable Instant nextRun)
            throws UnreadableScheduleException {
        if (!RecurrenceTimes.of(endless(), start, END_OF_TIME).isEverDue()) {
            throw wrong(
                    "it is never due: within a hundred years no day and time fits all of it",
                    "parts that fit together");
        }
        LocalDateTime last = END_OF_TIME;
        Instant until = null;
        if (rule.until() != null) {
            LocalDateTime end = end(rule.until());
            if (rule.until().endsWith("Z")) {
                until = end.toInstant(ZoneOffset.UTC);
            } else {
                last = end;
            }
        }
        RecurrenceSchedule schedule =
                new RecurrenceSchedule(RecurrenceTimes.of(rule, start, last), zone, policy, until, nextRun);
        if (rule.ends()
                && schedule.next(start.atOffset(ZoneOffset.MAX).toInstant()).isEmpty()) {
            throw wrong("it is never due: it ends before its first time", "an end after the start");
        }
        return schedule;
    }

    private RecurrenceRule endless() {
        return rule.withoutEnd();
    }

    private LocalDateTime end(String until) throws UnreadableScheduleException {
        String local = until.endsWith("Z") ? until.substring(0, until.length() - 1) : until;
        return local.indexOf('T') < 0
                ? CompactTime.date(local, text).atTime(LocalTime.MAX.withNano(0))
                : CompactTime.dateTime(local, text);
    }

    private UnreadableScheduleException wrong(String what, String expected) {
        return new UnreadableScheduleException(text, what, expected, EXAMPLE);
    }
}
