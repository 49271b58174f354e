package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 2, 30);

    private static Schedule rule(String text) throws UnreadableScheduleException {
        return Schedules.recurrence(text, START, ZoneOffset.UTC, DstPolicy.RFC);
    }

    @Test
    void shouldIdentifyTheRuleAndNotTheSpelling() throws UnreadableScheduleException {
        assertThat(rule("RRULE:freq=weekly;byday=SU,MO,SU"))
                .isEqualTo(rule("BYDAY=MO,SU;INTERVAL=1;FREQ=WEEKLY;WKST=MO"))
                .hasSameHashCodeAs(rule("BYDAY=MO,SU;INTERVAL=1;FREQ=WEEKLY;WKST=MO"))
                .isNotEqualTo(rule("FREQ=WEEKLY;BYDAY=MO"));
        assertThat(rule("FREQ=MONTHLY;BYDAY=-1FR,2TU;BYHOUR=3;COUNT=5;WKST=SU").canonical())
                .isEqualTo(
                        "rrule Z RFC 2026-01-01T02:30 FREQ=MONTHLY;INTERVAL=1;COUNT=5;BYDAY=2TU,-1FR;BYHOUR=3;WKST=SU");
    }

    @Test
    void shouldNotBeDueAtAStartThatTheRuleDoesNotTake() throws UnreadableScheduleException {
        assertThat(rule("FREQ=WEEKLY;BYDAY=SA;COUNT=2").occurrences(Instant.EPOCH, Instant.MAX))
                .containsExactly(Instant.parse("2026-01-03T02:30:00Z"), Instant.parse("2026-01-10T02:30:00Z"));
    }

    @Test
    void shouldTakeThe31stOnlyWhereThereIsOne() throws UnreadableScheduleException {
        assertThat(rule("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3").occurrences(Instant.EPOCH, Instant.MAX))
                .containsExactly(
                        Instant.parse("2026-01-31T02:30:00Z"),
                        Instant.parse("2026-03-31T02:30:00Z"),
                        Instant.parse("2026-05-31T02:30:00Z"));
    }

    @Test
    void shouldFindA29thOfFebruaryThatIsAMonday() throws UnreadableScheduleException {
        Schedule rare = rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO");

        assertThat(rare.next(Instant.parse("2088-01-01T00:00:00Z"))).contains(Instant.parse("2112-02-29T02:30:00Z"));
    }

    /** Whatever the policy makes of them: of three times, one is in a gap. */
    @Test
    void shouldCountTimesOfTheWallClock() throws UnreadableScheduleException {
        Schedule schedule = Schedules.recurrence(
                "FREQ=DAILY;COUNT=3",
                LocalDateTime.of(2026, 3, 7, 2, 30),
                ZoneId.of("America/New_York"),
                DstPolicy.SKIP);

        assertThat(schedule.occurrences(Instant.EPOCH, Instant.MAX))
                .containsExactly(Instant.parse("2026-03-07T07:30:00Z"), Instant.parse("2026-03-09T06:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"20260103T023000Z,3", "20260103T022959Z,2", "20260103T023000,3", "20260103,3", "20260102,2"})
    void shouldIncludeItsEnd(String until, int dues) throws UnreadableScheduleException {
        assertThat(rule("FREQ=DAILY;UNTIL=" + until).occurrences(Instant.EPOCH, Instant.MAX))
                .hasSize(dues);
    }

    /** 5 h is not as long on the wall as for the clock in it, but what is due is what the wall shows. */
    @Test
    void shouldCountHoursOnTheWall() throws UnreadableScheduleException {
        Schedule schedule = Schedules.recurrence(
                "FREQ=HOURLY;INTERVAL=6",
                LocalDateTime.of(2026, 3, 7, 0, 0),
                ZoneId.of("America/New_York"),
                DstPolicy.RFC);

        assertThat(schedule.next(Instant.parse("2026-03-08T05:00:00Z")))
                .contains(Instant.parse("2026-03-08T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=DAILY;INTERVAL=3         | every 3 days at 02:30 Z
                    FREQ=WEEKLY                   | on Thursday at 02:30 Z
                    FREQ=WEEKLY;BYDAY=TU,MO,WE    | on Monday, Tuesday and Wednesday at 02:30 Z
                    FREQ=MONTHLY                  | on day 1 of every month at 02:30 Z
                    FREQ=MONTHLY;BYDAY=-1FR       | on the last Friday of every month at 02:30 Z
                    FREQ=MONTHLY;BYMONTHDAY=-2    | on the 2nd last day of every month at 02:30 Z
                    FREQ=DAILY;BYMONTH=2          | rrule Z RFC 2026-01-01T02:30 FREQ=DAILY;INTERVAL=1;BYMONTH=2
                    FREQ=DAILY;UNTIL=20270101     | rrule Z RFC 2026-01-01T02:30 FREQ=DAILY;INTERVAL=1;UNTIL=20270101
                    """)
    void shouldSpeakToPeople(String text, String words) throws UnreadableScheduleException {
        assertThat(rule(text).words()).isEqualTo(words);
    }

    /** Millions of due times lie in between. */
    @Test
    void shouldFindTheLastOfManyLongAfterwards() throws UnreadableScheduleException {
        Schedule over = Schedules.recurrence(
                "FREQ=MINUTELY;UNTIL=19100101T000000Z",
                LocalDateTime.of(1900, 1, 1, 0, 0),
                ZoneOffset.UTC,
                DstPolicy.RFC);

        assertThat(over.previous(Instant.parse("1960-01-01T00:00:00Z")))
                .contains(Instant.parse("1910-01-01T00:00:00Z"));
        assertThat(over.next(Instant.parse("1850-01-01T00:00:00Z"))).contains(Instant.parse("1900-01-01T00:00:00Z"));
        assertThat(over.next(Instant.parse("1910-01-01T00:00:00Z"))).isEmpty();
    }
}
