package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformFormTest {

    @ParameterizedTest
    @CsvSource({
        "linux/arm64/v8, linux/arm64",
        "linux/arm64/8, linux/arm64",
        "linux/arm64, linux/arm64",
        "linux/arm64/v9, linux/arm64/v9",
        "linux/aarch64, linux/arm64",
        "linux/x86_64, linux/amd64",
        "linux/amd64/v1, linux/amd64",
        "linux/amd64/v3, linux/amd64/v3",
        "linux/i386, linux/386",
        "linux/arm, linux/arm/v7",
        "linux/arm/7, linux/arm/v7",
        "linux/arm/v6, linux/arm/v6",
        "linux/arm/5, linux/arm/v5",
        "linux/armhf, linux/arm/v7",
        "linux/armel, linux/arm/v6",
        "linux/ppc64le, linux/ppc64le",
        "macos/arm64, darwin/arm64",
        "windows/amd64, windows/amd64",
    })
    void shouldBringSpellingsIntoOneForm(String written, String normal) {
        assertThat(PlatformForm.normal(Platform.parse(written))).isEqualTo(Platform.parse(normal));
    }
}
