package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.http.Body;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ClockSkew skew = new ClockSkew();

    @Test
    void shouldNotKnowWithoutATime() {
        skew.answered(null, NOW, NOW.plusSeconds(1));
        assertThat(skew.ahead()).isNull();
        assertThatCode(() -> skew.check("it")).doesNotThrowAnyException();
    }

    @Test
    void shouldMeasureFromTheMiddleOfTheQuickestAnswer() {
        skew.answered(NOW.plusSeconds(95), NOW, NOW.plusSeconds(30));
        skew.answered(NOW.plusSeconds(91), NOW, NOW.plusSeconds(2));
        skew.answered(NOW.plusSeconds(500), NOW, NOW.plusSeconds(20));
        assertThat(skew.ahead()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void shouldBeBlindIfTheSourceIsMoreThanTenMinutesAhead() {
        skew.answered(NOW.plusSeconds(601), NOW, NOW);
        assertThatThrownBy(() -> skew.check("https://sc.example"))
                .isInstanceOf(BlindException.class)
                .hasMessageContainingAll("https://sc.example", "10 minutes ahead of");
    }

    @Test
    void shouldBeBlindIfTheSourceIsMoreThanTenMinutesBehind() {
        skew.answered(NOW.minusSeconds(3600), NOW, NOW);
        assertThatThrownBy(() -> skew.check("it")).hasMessageContaining("60 minutes behind");
    }

    @Test
    void shouldNotBlameTheClockForASlowNetwork() {
        skew.answered(NOW.minusSeconds(590), NOW, NOW.plusSeconds(60));
        assertThatCode(() -> skew.check("it")).doesNotThrowAnyException();
    }

    @Test
    void shouldReadTheDateHeaderAndNothingElseForADate() {
        assertThat(ClockSkew.date(answer("Sun, 01 Mar 2026 12:00:00 GMT"))).isEqualTo(NOW);
        assertThat(ClockSkew.date(answer("yesterday"))).isNull();
        assertThat(ClockSkew.date(answer(""))).isNull();
    }

    private static HttpAnswer answer(String date) {
        return new HttpAnswer(200, HttpHeaders.of(Map.of("date", List.of(date)), (a, b) -> true), Body.of(""));
    }
}
