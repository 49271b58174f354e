package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignLineTest {
    @Test
    void shouldKeepLettersOfEveryLanguage() {
        assertThat(ForeignLine.of("Zürich 東京 😀")).isEqualTo("Zürich 東京 😀");
    }

    @Test
    void shouldNeverSplitACharacter() {
        assertThat(ForeignLine.of("😀".repeat(50), 3)).isEqualTo("😀😀😀…");
        assertThat(ForeignLine.of("a" + "😀".repeat(50), 3)).isEqualTo("a😀😀…");
    }

    @Test
    void shouldKeepWhatIsExactlyAsLongAsAllowed() {
        assertThat(ForeignLine.of("abc", 3)).isEqualTo("abc");
    }
}
