package io.jenkins.plugins.qualysfargate.jenkins.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedScannerTest {
    private static final String AMD64 = "a".repeat(64);
    private static final String ARM64 = "b".repeat(64);
    private static final PinnedScanner BOTH = new PinnedScanner("4.8.0-2", "https://mirror.example/", AMD64, ARM64);

    @ParameterizedTest
    @CsvSource({"amd64, linux/amd64, a", "x86_64, linux/amd64, a", "aarch64, linux/arm64, b"})
    void shouldBeForTheMachineItIsAskedOn(String machine, String platform, String digit) throws Exception {
        ScannerSource.Pinned source = BOTH.forMachine("Linux", machine);

        assertThat(source.platform()).hasToString(platform);
        assertThat(source.sha256().hex()).isEqualTo(digit.repeat(64));
    }

    @ParameterizedTest
    @CsvSource({"Linux, s390x, no checksum for linux/s390x", "Windows Server 2022, amd64, runs Windows Server 2022"})
    void shouldBeRefusedWhereThereIsNone(String os, String machine, String reason) {
        assertThatExceptionOfType(ScannerRefusedException.class)
                .isThrownBy(() -> BOTH.forMachine(os, machine))
                .withMessageContaining(reason);
    }

    @Test
    void shouldBeRefusedWithoutAChecksumForTheMachine() {
        PinnedScanner scanner = new PinnedScanner("4.8.0-2", "https://mirror.example/q", AMD64, "");

        assertThat(scanner.problems()).isEmpty();
        assertThatExceptionOfType(ScannerRefusedException.class)
                .isThrownBy(() -> scanner.forMachine("Linux", "aarch64"))
                .withMessageContaining("no checksum for linux/arm64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mirror.example/q", "http://127.0.0.1:8080/q/", "http://localhost/q"})
    void shouldComeFromAddressesThatNobodyCanChangeOnTheWay(String url) {
        assertThat(PinnedScanner.urlProblems(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://mirror.example/q",
                "http://127.0.0.1.evil.example/",
                "https://user:pw@mirror.example/",
                "file:///q",
                "https:///q",
                "mirror.example/q",
                "https://a b/"
            })
    void shouldComeFromNoOtherAddress(String url) {
        assertThat(PinnedScanner.urlProblems(url)).singleElement().asString().doesNotContain("pw");
    }
}
