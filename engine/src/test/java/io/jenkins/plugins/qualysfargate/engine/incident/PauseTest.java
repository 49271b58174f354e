package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Scope ALL = new Scope(new Glob("*"), null, null, null);

    private static Schedule everyNoon() {
        try {
            return Schedules.every(Duration.ofDays(1), NOON.minus(Duration.ofDays(20)));
        } catch (UnreadableScheduleException e) {
            throw new IllegalStateException("a day is a period", e);
        }
    }

    private static Pause daily(Instant from, Instant until) {
        return new Pause(
                "p", Pause.Kind.MAINTENANCE, ALL, from, until, everyNoon(), Duration.ofHours(2), "kim", "patch");
    }

    @Test
    void shouldHoldFromItsBeginningUntilJustBeforeItsEnd() {
        Pause once = Pause.once(
                "p", Pause.Kind.MUTE, ALL, new Pause.Span(NOON, NOON.plusSeconds(60)), new Pause.By("kim", "x"));

        assertThat(once.activeAt(NOON.minusNanos(1))).isFalse();
        assertThat(once.activeAt(NOON)).isTrue();
        assertThat(once.activeAt(NOON.plusSeconds(60))).isFalse();
        assertThat(once.nextChange(NOON.minusSeconds(9))).contains(NOON);
        assertThat(once.nextChange(NOON)).contains(NOON.plusSeconds(60));
        assertThat(once.nextChange(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void shouldRecurWithinItsTimeOnly() {
        Pause pause = daily(
                NOON.minus(Duration.ofHours(1)), NOON.plus(Duration.ofDays(1)).plusSeconds(60));

        assertThat(pause.activeAt(NOON.minus(Duration.ofMinutes(30)))).isFalse();
        assertThat(pause.endOf(NOON.plusSeconds(1))).contains(NOON.plus(Duration.ofHours(2)));
        assertThat(pause.activeAt(NOON.plus(Duration.ofHours(2)))).isFalse();
        assertThat(pause.nextChange(NOON.plus(Duration.ofHours(2)))).contains(NOON.plus(Duration.ofDays(1)));
        assertThat(pause.endOf(NOON.plus(Duration.ofDays(1))))
                .contains(NOON.plus(Duration.ofDays(1)).plusSeconds(60));
        assertThat(pause.nextChange(NOON.plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void shouldNotCountWhatBeganBeforeItsTime() {
        Pause pause = daily(NOON.plusSeconds(60), NOON.plus(Duration.ofDays(9)));

        assertThat(pause.activeAt(NOON.plusSeconds(90))).isFalse();
        assertThat(pause.nextChange(NOON)).contains(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void shouldCoverOnlyWhatAgreesWithEverything() {
        Failure failure = Failures.failure("one");

        assertThat(new Scope(new Glob("dai*"), "prod", "tenable", "zone-1").covers(failure))
                .isTrue();
        assertThat(new Scope(new Glob("week*"), "prod", "tenable", "zone-1").covers(failure))
                .isFalse();
        assertThat(new Scope(null, "test", null, null).covers(failure)).isFalse();
        assertThat(new Scope(null, null, "qualys", null).covers(failure)).isFalse();
        assertThat(new Scope(null, null, null, "zone-2").covers(failure)).isFalse();
        assertThat(new Scope(null, null, null, "zone-1").covers(Failures.zoneDown()))
                .isTrue();
        assertThat(new Scope(new Glob("daily"), null, null, "zone-1").covers(Failures.zoneDown()))
                .isFalse();
    }

    @Test
    void shouldRefuseToPauseNothingInParticularAndNoTimeAtAll() {
        assertThatThrownBy(() -> new Scope(null, null, null, null)).hasMessageContaining("* for all");
        assertThatThrownBy(() -> daily(NOON, NOON)).hasMessageContaining("an end after the beginning");
    }

    @Test
    void shouldBeStoredAndReadAgain() {
        Pause once = Pause.once(
                "p", Pause.Kind.MUTE, ALL, new Pause.Span(NOON, NOON.plusSeconds(60)), new Pause.By("kim", "x"));

        assertThat(RecordJson.read(RecordJson.write(once), Pause.class)).isEqualTo(once);
    }
}
