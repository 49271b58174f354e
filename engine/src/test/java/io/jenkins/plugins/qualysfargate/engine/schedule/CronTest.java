package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Schedule cron(String text) throws UnreadableScheduleException {
        return Schedules.cron(text, "nightly", ZoneOffset.UTC, DstPolicy.RFC);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    17 2 * * *           | 17 2 * * *
                    */15 0-6/2 1,15 * *  | 0,15,30,45 0,2,4,6 1,15 * *
                    0 0 * JAN,jul MON-FRI| 0 0 * 1,7 1-5
                    0 0 * * 7            | 0 0 * * 0
                    0 0 * * FRI-SUN      | 0 0 * * 0,5-6
                    0 0 * * 5-0          | 0 0 * * 0,5-6
                    0 0 1-31 * MON       | 0 0 * * *
                    0 0 */2 * MON        | 0 0 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31 * 1 both
                    0-59 0-23 * 1-12 0-6 | * * * * *
                    """)
    void shouldReadEveryKindOfField(String text, String canonical) throws UnreadableScheduleException {
        assertThat(cron(text).canonical()).isEqualTo("cron Z RFC " + canonical);
    }

    @Test
    void shouldBeDueOnEitherDayWhenBothAreRestricted() throws UnreadableScheduleException {
        Schedule either = cron("0 0 13 * FRI");

        assertThat(either.occurrences(Instant.parse("2026-02-10T00:00:00Z"), Instant.parse("2026-02-21T00:00:00Z")))
                .containsExactly(Instant.parse("2026-02-13T00:00:00Z"), Instant.parse("2026-02-20T00:00:00Z"));
        assertThat(either.previous(Instant.parse("2026-01-16T00:00:00Z")))
                .contains(Instant.parse("2026-01-13T00:00:00Z"));
    }

    @Test
    void shouldTakeSeveralLinesAsAUnionWithCommentsAndAZone() throws UnreadableScheduleException {
        Schedule schedule = cron("# nightly\nTZ=Europe/Paris\n\n 30 2 * * * \n#30 3 * * *\n30\t4 * * SUN\n");

        assertThat(schedule.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(schedule.canonical()).isEqualTo("cron Europe/Paris RFC 30 2 * * *; 30 4 * * 0");
    }

    @Test
    void shouldFindTheNext29thOfFebruaryOverTheCenturyThatHasNone() throws UnreadableScheduleException {
        Schedule schedule = cron("0 0 29 2 *");

        assertThat(schedule.next(Instant.parse("2096-03-01T00:00:00Z")))
                .contains(Instant.parse("2104-02-29T00:00:00Z"));
        assertThat(schedule.previous(Instant.parse("2104-02-29T00:00:00Z")))
                .contains(Instant.parse("2096-02-29T00:00:00Z"));
    }

    @Test
    void shouldIdentifyTheScheduleAndNotTheSpelling() throws UnreadableScheduleException {
        assertThat(cron("0  2 * * mon-wed\n5 5 * * *").canonical())
                .isEqualTo(cron("5 5 * * *\n0 2 * * 1,2,3 \n05 05 * * *").canonical())
                .isNotEqualTo(cron("0 2 * * 1,2,3").canonical());
        assertThat(Schedules.cron("0 2 * * *", "", ZoneOffset.UTC, DstPolicy.SKIP)
                        .canonical())
                .isNotEqualTo(cron("0 2 * * *").canonical());
    }

    @Test
    void shouldRefuseToListMoreThanAMillion() throws UnreadableScheduleException {
        Schedule minutely = cron("* * * * *");

        assertThat(minutely.occurrences(START, START.plus(Duration.ofMinutes(1_000_000))))
                .hasSize(1_000_000);
        assertThatThrownBy(() -> minutely.occurrences(START, START.plus(Duration.ofMinutes(1_000_001))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000000")
                .hasMessageContaining("* * * * *");
    }

    @Test
    void shouldAnswerAtTheEndsOfTime() throws UnreadableScheduleException {
        Schedule daily = cron("0 0 * * *");

        assertThat(daily.next(Instant.MIN)).contains(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(daily.previous(Instant.MAX)).contains(Instant.parse("9999-12-30T00:00:00Z"));
        assertThat(daily.previous(Instant.MIN)).isEmpty();
        assertThat(daily.next(Instant.MAX)).isEmpty();
        assertThat(daily.occurrences(Instant.MAX, Instant.MIN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    17 2 * * *     | daily at 02:17 Europe/Paris
                    0 2,14 * * *   | daily at 02:00 and 14:00 Europe/Paris
                    5 4 * * 1-5    | on Monday to Friday at 04:05 Europe/Paris
                    5 4 * * 0,6    | on Saturday and Sunday at 04:05 Europe/Paris
                    5 4 15 * *     | on day 15 of every month at 04:05 Europe/Paris
                    7 * * * *      | hourly at :07 Europe/Paris
                    0 0 1 1 *      | cron Europe/Paris RFC 0 0 1 1 *
                    */5 2 * * *    | cron Europe/Paris RFC 0,5,10,15,20,25,30,35,40,45,50,55 2 * * *
                    """)
    void shouldSpeakToPeople(String text, String words) throws UnreadableScheduleException {
        assertThat(Schedules.cron(text, "", ZoneId.of("Europe/Paris"), DstPolicy.RFC)
                        .words())
                .isEqualTo(words);
    }

    @Test
    void shouldHaveNoDisagreementAndBeTimed() throws UnreadableScheduleException {
        Schedule daily = cron("0 0 * * *");

        assertThat(daily.disagreement()).isEmpty();
        assertThat(daily.<List<String>>fold(timed -> List.of(timed.words()), none -> List.of()))
                .isNotEmpty();
    }
}
