package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
    @ParameterizedTest
    @CsvSource({"1, 99, true", "9, 91, true", "11, 89, false", "100, 0, false", "50, 50, false"})
    void shouldBeTooMuchOnlyWhenItHardlyEverWaits(int waits, int works, boolean tooMuch) {
        Load load = new Load(0);
        long now = 0;
        boolean ever = false;
        // Eleven seconds in steps of a tenth of a millisecond: two windows.
        while (now < 11_000_000_000L) {
            ever |= load.waited(now, now + waits * 1000L);
            now += (waits + works) * 1000L;
        }

        assertThat(ever).isEqualTo(tooMuch);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "6, true"})
    void shouldBearShortBursts(int seconds, boolean tooMuch) {
        Load load = new Load(0);
        boolean ever = false;
        long now = 0;
        while (now < seconds * 1_000_000_000L) {
            ever |= load.waited(now, now + 1000);
            now += 100_000;
        }
        ever |= load.waited(now, now + 10_000_000_000L);

        assertThat(ever).isEqualTo(tooMuch);
    }
}
