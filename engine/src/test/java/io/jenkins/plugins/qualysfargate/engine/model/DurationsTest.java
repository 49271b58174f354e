package io.jenkins.plugins.qualysfargate.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "5m, PT5M",
        "24h, PT24H",
        "30d, PT720H",
        "2w, PT336H",
        "0d, PT0S",
        "PT1H30M, PT90M",
        "P2DT12H, PT60H",
        "P999999DT999999H, PT24999975H"
    })
    void shouldReadWhatPeopleWrite(String text, Duration length) {
        assertThat(Durations.parse(text)).contains(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "m",
                "5 m",
                "-5m",
                "1.5h",
                "1h30m",
                "1M",
                "1y",
                "1000000d",
                "P",
                "PT",
                "P1M",
                "P-1D",
                "pt1h",
                "PT1.5S"
            })
    void shouldReadNothingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT90S, 90s", "PT90M, 90m", "PT12H, 12h", "PT48H, 2d", "PT0S, 0d"})
    void shouldWriteWhatItReads(Duration length, String text) {
        assertThat(Durations.words(length)).isEqualTo(text);
        assertThat(Durations.parse(text)).contains(length);
    }
}
