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

class PeriodAndListTest {
    private static final Instant ANCHOR = Instant.parse("2026-01-01T02:00:00.500Z");

    @Test
    void shouldBeDueAfterEveryPeriodFromTheAnchorOn() throws UnreadableScheduleException {
        Schedule schedule = Schedules.every(Duration.ofHours(8), ANCHOR);

        assertThat(schedule.occurrences(Instant.MIN, ANCHOR.plus(Duration.ofHours(16))))
                .containsExactly(ANCHOR, ANCHOR.plus(Duration.ofHours(8)));
        assertThat(schedule.next(ANCHOR)).contains(ANCHOR.plus(Duration.ofHours(8)));
        assertThat(schedule.previous(ANCHOR)).isEmpty();
        assertThat(schedule.next(Instant.MIN)).contains(ANCHOR);
        assertThat(schedule.next(Instant.MAX)).isEmpty();
        assertThat(schedule.canonical()).isEqualTo("every PT8H from 2026-01-01T02:00:00.500Z");
        assertThat(schedule.zone()).isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource({"PT24H,24 hours", "PT1H,hour", "PT90M,90 minutes", "PT5S,5 seconds", "P7D,7 days", "PT1.5S,PT1.5S"})
    void shouldSayHowOften(Duration period, String words) throws UnreadableScheduleException {
        assertThat(Schedules.every(period, ANCHOR).words())
                .isEqualTo("every %s from 2026-01-01 02:00 UTC".formatted(words));
    }

    @Test
    void shouldRefuseToListMoreThanAMillionPeriods() throws UnreadableScheduleException {
        Schedule schedule = Schedules.every(Duration.ofSeconds(1), ANCHOR);

        assertThatThrownBy(() -> schedule.occurrences(ANCHOR, ANCHOR.plusSeconds(1_000_001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldBeDueWhenItIsListed() {
        Instant later = ANCHOR.plusSeconds(9);
        Schedule schedule = Schedules.listed(List.of(later, ANCHOR, later), ZoneId.of("Europe/Paris"));

        assertThat(schedule.occurrences(ANCHOR, later)).containsExactly(ANCHOR);
        assertThat(schedule.occurrences(Instant.MIN, Instant.MAX)).containsExactly(ANCHOR, later);
        assertThat(schedule.next(ANCHOR)).contains(later);
        assertThat(schedule.next(later)).isEmpty();
        assertThat(schedule.previous(later)).contains(ANCHOR);
        assertThat(schedule.previous(ANCHOR)).isEmpty();
        assertThat(schedule.words()).isEqualTo("when the server says");
    }

    /** Or each announcement would be a new schedule, and what was missed under the old one forgotten. */
    @Test
    void shouldStayTheSameScheduleWhenTheServerAnnouncesMore() {
        assertThat(Schedules.listed(List.of(ANCHOR), ZoneOffset.UTC).canonical())
                .isEqualTo(Schedules.listed(List.of(), ZoneOffset.UTC).canonical())
                .isNotEqualTo(
                        Schedules.listed(List.of(), ZoneId.of("Europe/Paris")).canonical());
    }
}
