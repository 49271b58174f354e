package io.jenkins.plugins.qualysfargate.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @ValueSource(strings = {"linux/amd64", "linux/arm/v7", "windows/amd64", "linux/386", "linux/mips64le"})
    void shouldWriteWhatItReads(String text) {
        assertThat(Platform.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linux",
                "linux/",
                "/amd64",
                "../..",
                "linux/..",
                "linux/-x",
                "Linux/amd64",
                "a/b/c/d",
                "linux/arm/"
            })
    void shouldRefuseWhatIsNoneOrCouldBeAPathOrAnOption(String text) {
        assertThatThrownBy(() -> Platform.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("os/architecture[/variant]");
    }
}
