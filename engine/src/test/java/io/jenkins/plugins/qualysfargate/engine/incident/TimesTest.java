package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compliance clock, business hours, and what escalations cannot be. */
class TimesTest {
    private static final BusinessHours BERLIN = new BusinessHours(
            ZoneId.of("Europe/Berlin"),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));

    @ParameterizedTest
    @CsvSource({
        "P0D, INFO",
        "P4D, INFO",
        "P5D, WARNING",
        "P7DT11H, WARNING",
        "P7DT12H, ERROR",
        "P10D, CRITICAL",
        "P90D, CRITICAL"
    })
    void shouldBecomeMoreUrgentInSteps(Duration sinceSuccess, Urgency expected) {
        Care care = new Care("a", null, Urgency.INFO, "prod", null, Duration.ofDays(10));
        Failure failing = failure("one", "MISSED", care, NOON.minus(sinceSuccess));

        assertThat(ComplianceClock.DEFAULT.urgency(failing, NOON)).isEqualTo(expected);
    }

    @Test
    void shouldTakeWhatNeverSucceededForUrgentAndNeverLowerAnything() {
        Care care = new Care("a", null, Urgency.INFO, "prod", null, Duration.ofDays(10));
        Care critical = new Care("a", null, Urgency.CRITICAL, "prod", null, Duration.ofDays(10));

        assertThat(ComplianceClock.DEFAULT.urgency(failure("one", "MISSED", care, null), NOON))
                .isEqualTo(Urgency.ERROR);
        assertThat(ComplianceClock.DEFAULT.urgency(failure("one", "MISSED", critical, NOON), NOON))
                .isEqualTo(Urgency.CRITICAL);
        assertThat(ComplianceClock.DEFAULT.urgency(failure("one"), NOON)).isEqualTo(Urgency.ERROR);
    }

    @Test
    void shouldKnowWhenTheClockGoesOn() {
        Care care = new Care("a", null, Urgency.INFO, "prod", null, Duration.ofDays(10));

        assertThat(ComplianceClock.DEFAULT.nextChange(
                        failure("one", "MISSED", care, NOON), NOON.plus(Duration.ofDays(6))))
                .isEqualTo(NOON.plus(Duration.ofDays(7)).plus(Duration.ofHours(12)));
        assertThat(ComplianceClock.DEFAULT.nextChange(failure("one"), NOON)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T07:59:59Z, false", "2026-03-27T08:00:00Z, true", "2026-03-27T16:00:00Z, false",
        // After the change to summer time.
        "2026-03-30T06:59:59Z, false", "2026-03-30T07:00:00Z, true", "2026-03-31T10:00:00Z, false"
    })
    void shouldKnowBusinessHoursInTheirZone(Instant moment, boolean expected) {
        assertThat(BERLIN.contains(moment)).isEqualTo(expected);
    }

    @Test
    void shouldFindTheNextOpeningBeyondAWeekendAndAChangeOfTheClock() {
        assertThat(BERLIN.nextOpening(Instant.parse("2026-03-27T08:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void shouldRefuseEscalationsThatTellNobodyOrInNoOrder() {
        assertThatThrownBy(() -> Escalation.once("prod", List.of())).hasMessageContaining("tells nobody");
        assertThatThrownBy(() -> Escalation.once("prod", List.of("a b")))
                .hasMessageContaining("'a b' cannot name a channel");
        Tier first = new Tier(Duration.ZERO, List.of("a"), null);
        assertThatThrownBy(() -> new Escalation("prod", List.of(first, first), null, null, null))
                .hasMessageContaining("Tier 2 of escalation 'prod'");
        assertThatThrownBy(() -> new BusinessHours(ZoneId.of("UTC"), Set.of(), LocalTime.MIN, LocalTime.NOON))
                .hasMessageContaining("never begin");
        assertThatThrownBy(() -> IncidentPolicy.standard("a--b", Failures.WORDING))
                .hasMessageContaining("single -");
    }
}
