package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The two days of the year that every scheduler has its own idea of. Times in the tables are UTC. */
class DaylightSavingTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static List<Instant> at(String times) {
        return times == null
                ? List.of()
                : Arrays.stream(times.split(" ")).map(Instant::parse).toList();
    }

    /** 02:30 is in the gap of 8 March 2026, 01:30 in the overlap of 1 November. */
    @ParameterizedTest
    @CsvSource({
        "RFC,     30 2, 2026-03-08, 2026-03-08T07:30:00Z",
        "VIXIE,   30 2, 2026-03-08, 2026-03-08T07:00:00Z",
        "JENKINS, 30 2, 2026-03-08,",
        "SKIP,    30 2, 2026-03-08,",
        "RFC,     30 1, 2026-11-01, 2026-11-01T05:30:00Z",
        "VIXIE,   30 1, 2026-11-01, 2026-11-01T05:30:00Z",
        "JENKINS, 30 1, 2026-11-01, 2026-11-01T05:30:00Z 2026-11-01T06:30:00Z",
        "SKIP,    30 1, 2026-11-01, 2026-11-01T05:30:00Z"
    })
    void shouldDoWhatThePolicySays(DstPolicy policy, String time, String day, String expected)
            throws UnreadableScheduleException {
        Instant from = LocalDateTime.parse(day + "T00:00").atZone(NEW_YORK).toInstant();
        Instant to = LocalDateTime.parse(day + "T23:59").atZone(NEW_YORK).toInstant();
        Schedule cron = Schedules.cron(time + " * * *", "", NEW_YORK, policy);
        String[] clock = time.split(" ");
        Schedule rule = Schedules.recurrence(
                "FREQ=DAILY",
                LocalDateTime.of(2026, 1, 1, Integer.parseInt(clock[1]), Integer.parseInt(clock[0])),
                NEW_YORK,
                policy);

        assertThat(cron.occurrences(from, to)).isEqualTo(at(expected));
        assertThat(rule.occurrences(from, to)).isEqualTo(at(expected));
    }

    @Test
    void shouldFindBackwardsWhatItFoundForwardsInAnOverlap() throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("30 1 * * *", "", NEW_YORK, DstPolicy.JENKINS);
        Instant first = Instant.parse("2026-11-01T05:30:00Z");
        Instant second = Instant.parse("2026-11-01T06:30:00Z");

        assertThat(schedule.next(first)).contains(second);
        assertThat(schedule.previous(second)).contains(first);
        assertThat(schedule.previous(first)).contains(Instant.parse("2026-10-31T05:30:00Z"));
    }

    @Test
    void shouldBeDueOnceWhereTheGapMovesOneTimeOntoAnother() throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("30 2,3 * * *", "", NEW_YORK, DstPolicy.RFC);

        assertThat(schedule.occurrences(Instant.parse("2026-03-08T05:00:00Z"), Instant.parse("2026-03-09T04:00:00Z")))
                .containsExactly(Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void shouldKeepTheOrderWhereTheGapMovesATimeBehindALaterOne() throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("30 2 * * *\n15 3 * * *", "", NEW_YORK, DstPolicy.RFC);

        assertThat(schedule.occurrences(Instant.parse("2026-03-08T05:00:00Z"), Instant.parse("2026-03-09T04:00:00Z")))
                .containsExactly(Instant.parse("2026-03-08T07:15:00Z"), Instant.parse("2026-03-08T07:30:00Z"));
        assertThat(schedule.next(Instant.parse("2026-03-08T07:15:00Z")))
                .contains(Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void shouldStartTheDayAtOneWhereMidnightIsSkipped() throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("0 0 * * *", "", ZoneId.of("Asia/Beirut"), DstPolicy.RFC);

        assertThat(schedule.next(Instant.parse("2026-03-28T12:00:00Z")))
                .contains(Instant.parse("2026-03-28T22:00:00Z"));
    }

    /** The day went from Thursday to Saturday: what was due on Friday falls onto the same time of Saturday. */
    @ParameterizedTest
    @CsvSource({"RFC,2", "VIXIE,3", "JENKINS,2", "SKIP,2"})
    void shouldSurviveADayThatDidNotTakePlace(DstPolicy policy, int dues) throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("17 2 * * *", "", ZoneId.of("Pacific/Apia"), policy);

        assertThat(schedule.occurrences(Instant.parse("2011-12-29T10:00:00Z"), Instant.parse("2011-12-31T10:00:00Z")))
                .hasSize(dues)
                .contains(Instant.parse("2011-12-29T12:17:00Z"), Instant.parse("2011-12-30T12:17:00Z"));
    }

    @Test
    void shouldTakeTheWeekdayOfItsOwnZone() throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("TZ=Asia/Tokyo\n0 4 * * MON", "", NEW_YORK, DstPolicy.RFC);

        assertThat(schedule.next(Instant.parse("2026-06-01T00:00:00Z")))
                .contains(Instant.parse("2026-06-07T19:00:00Z"));
    }

    /** An hour of elapsed time stays an hour when the clock is changed. */
    @Test
    void shouldNotCareAboutTheClockWithAPeriod() throws UnreadableScheduleException {
        Schedule schedule = Schedules.every(Duration.ofHours(24), Instant.parse("2026-03-07T07:30:00Z"));

        assertThat(schedule.next(Instant.parse("2026-03-07T07:30:00Z")))
                .contains(Instant.parse("2026-03-08T07:30:00Z"));
    }

    /** Also at the very instant at which the clock is changed. */
    @ParameterizedTest
    @EnumSource(DstPolicy.class)
    void shouldFindEveryTimeOnceWhereverAQuestionBegins(DstPolicy policy) throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("20,40 0-4 * * *", "", NEW_YORK, policy);
        for (String day : List.of("2026-03-08T00:00:00Z", "2026-11-01T00:00:00Z")) {
            Instant from = Instant.parse(day);
            Instant to = from.plus(Duration.ofHours(12));
            List<Instant> whole = schedule.occurrences(from, to);
            assertThat(whole).isNotEmpty();
            for (Instant cut : whole) {
                List<Instant> parts = new ArrayList<>(schedule.occurrences(from, cut));
                parts.addAll(schedule.occurrences(cut, to));
                assertThat(parts).as("cut at %s", cut).isEqualTo(whole);
            }
        }
    }
}
