package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of rules, compared with two libraries. Where those are known to differ from RFC 5545 or from each other, the
 * rules are not made, or it stands here.
 */
class RecurrenceOracleTest {
    private static final int RULES = 120;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "America/New_York",
                "Europe/Paris",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Asia/Beirut",
                "America/Sao_Paulo"
            })
    void shouldFindWhatLibRecurFinds(String zone) throws InvalidRecurrenceRuleException, UnreadableScheduleException {
        Random random = new Random(zone.hashCode());
        int compared = 0;
        for (Frequency frequency : Frequency.values()) {
            for (int i = 0; i < RULES; i++) {
                RandomRule rules = new RandomRule(random);
                String rule = rules.rule(frequency);
                // It chooses by BYSETPOS among what is left of the first year, not of the whole year.
                boolean wholeYear = frequency == Frequency.YEARLY && rule.contains("BYSETPOS");
                LocalDateTime start = wholeYear ? rules.start().withDayOfYear(1) : rules.start();
                Case each = new Case(rule, start, ZoneId.of(zone), days(frequency));
                Optional<List<Instant>> theirs = libRecur(each);
                compared += theirs.isPresent() ? 1 : 0;
                if (theirs.isPresent()) {
                    assertThat(ours(each)).as(each.toString()).isEqualTo(theirs.get());
                }
            }
        }
        assertThat(compared).isGreaterThan(RULES * 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "America/New_York", "Europe/Paris", "Asia/Kolkata", "Asia/Beirut", "America/Sao_Paulo"})
    void shouldFindWhatIcal4jFinds(String zone) throws UnreadableScheduleException {
        Random random = new Random(zone.hashCode());
        for (Frequency frequency : List.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY)) {
            for (int i = 0; i < RULES; i++) {
                RandomRule rules = new RandomRule(random);
                LocalDateTime any = rules.start();
                // What starts in a gap, or has a day on the way there, stays moved for the rest of its week or month.
                LocalDateTime start = frequency == Frequency.DAILY || any.getHour() > 3 ? any : any.withHour(12);
                Case each = new Case(rules.plainRule(frequency), start, ZoneId.of(zone), days(frequency));
                assertThat(ours(each)).as(each.toString()).isEqualTo(ical4j(each));
            }
        }
    }

    private static int days(Frequency frequency) {
        return switch (frequency) {
            case MINUTELY -> 3;
            case HOURLY -> 60;
            case DAILY, WEEKLY -> 800;
            case MONTHLY, YEARLY -> 3_000;
        };
    }

    private static List<Instant> ours(Case each) throws UnreadableScheduleException {
        try {
            return Schedules.recurrence(each.rule, each.start, each.zone, DstPolicy.RFC)
                    .occurrences(Instant.EPOCH, each.end());
        } catch (UnreadableScheduleException e) {
            if (e.wrong().contains("never due")) {
                return List.of();
            }
            throw e;
        }
    }

    /** Empty if it gives up, which it does early with rules that are seldom due. */
    private static Optional<List<Instant>> libRecur(Case each) throws InvalidRecurrenceRuleException {
        LocalDateTime start = each.start;
        List<Instant> found = new ArrayList<>();
        try {
            RecurrenceRuleIterator dues = new org.dmfs.rfc5545.recur.RecurrenceRule(each.rule)
                    .iterator(new DateTime(
                            TimeZone.getTimeZone(each.zone),
                            start.getYear(),
                            start.getMonthValue() - 1,
                            start.getDayOfMonth(),
                            start.getHour(),
                            start.getMinute(),
                            start.getSecond()));
            boolean more = dues.hasNext();
            while (more) {
                Instant due = Instant.ofEpochMilli(dues.nextMillis());
                found.add(due);
                more = due.isBefore(each.end().plus(Duration.ofDays(1))) && dues.hasNext();
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            assertThat(e).hasMessageContaining("too many");
            return Optional.empty();
        }
        // In an overlap it takes the second time.
        return Optional.of(each.inside(found.stream().map(due -> due.atZone(each.zone))));
    }

    private static List<Instant> ical4j(Case each) {
        ZonedDateTime start = each.start.atZone(each.zone);
        return each.inside(new Recur<ZonedDateTime>(each.rule)
                .getDates(start, start, each.end().atZone(each.zone)).stream());
    }

    private record Case(String rule, LocalDateTime start, ZoneId zone, int days) {
        Instant end() {
            return start.atZone(zone).toInstant().plus(Duration.ofDays(days));
        }

        /** Both name a time twice if two of its parts do, or a gap ends there. */
        List<Instant> inside(Stream<ZonedDateTime> found) {
            TreeSet<Instant> once = new TreeSet<>();
            found.forEach(due -> once.add(due.withEarlierOffsetAtOverlap().toInstant()));
            return List.copyOf(once.headSet(end()));
        }
    }
}
