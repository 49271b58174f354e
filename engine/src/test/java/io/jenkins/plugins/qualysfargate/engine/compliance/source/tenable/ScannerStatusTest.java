package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerStatusTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 8193, 1 | 256, 1 | 1024, 1 | 128, 1 | 2048 | 4096 | 65_536 | 262_144 | 512})
    void shouldWork(long bits) {
        assertThat(new ScannerStatus(bits).working()).isTrue();
        assertThat(new ScannerStatus(bits).howToFix()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4, 8, 16, 32, 64, 16_384, 32_768, 131_072, 524_288})
    void shouldNotWorkWithABrokenBitEvenIfItSaysThatItWorks(long bit) {
        assertThat(new ScannerStatus(bit | 1).working()).isFalse();
        assertThat(new ScannerStatus(bit | 1 | 8192).working()).isFalse();
        assertThat(new ScannerStatus(bit | 1).howToFix()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8192, 256, 1024})
    void shouldNotWorkUnlessItSaysSo(long bits) {
        assertThat(new ScannerStatus(bits).working()).isFalse();
    }

    @Test
    void shouldNotTellOfABitThatNobodyKnows() {
        assertThat(new ScannerStatus(1 | 1 << 20).working()).isNull();
        assertThat(new ScannerStatus(1 | 1 << 20).words()).isEqualTo("working, unknown bits 1048576");
        assertThat(new ScannerStatus(2 | 1 << 20).working()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8193 | working, updating status",
                "16386 | connection error, disabled by user",
                "0 | no status",
                "196609 | working, LCE version too low, license invalid",
            })
    void shouldSayEveryBit(long bits, String words) {
        assertThat(new ScannerStatus(bits).words()).isEqualTo(words);
    }

    @Test
    void shouldSayEachOfTwentyBitsDifferently() {
        assertThat(IntStream.range(0, 20).mapToObj(bit -> new ScannerStatus(1L << bit).words()))
                .doesNotHaveDuplicates()
                .noneMatch(words -> words.contains("unknown"));
    }

    @Test
    void shouldTellToEnableWhatSomebodyHasDisabled() {
        assertThat(new ScannerStatus(16_384).howToFix()).contains("enable it again");
        assertThat(new ScannerStatus(2).howToFix()).contains("8834");
    }
}
