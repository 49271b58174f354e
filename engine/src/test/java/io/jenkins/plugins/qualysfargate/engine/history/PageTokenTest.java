package io.jenkins.plugins.qualysfargate.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
    @Test
    void shouldReadWhatItWrote() {
        PageToken token = new PageToken(Scans.NOON.plusNanos(123_456_789), new ScanId("a-b_9"));

        assertThat(PageToken.parse(token.toString())).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "~", "2026-01-22T12:00:00Z", "2026-01-22T12:00:00Z~", "now~one", "2026-01-22T12:00:00Z~a b"})
    void shouldRefuseWhatIsNoToken(String text) {
        assertThatThrownBy(() -> PageToken.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a page token");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void shouldRefuseAPageOfAnImpossibleSize(int limit) {
        assertThatThrownBy(() -> HistoryQuery.newest(limit)).hasMessageContaining("1 to 1000");
    }

    @Test
    void shouldMatchAHostileGlobWithoutBacktracking() {
        NameGlob glob = NameGlob.parse("*a".repeat(250) + "b");

        assertThat(glob.matchesPlace("a".repeat(5_000))).isFalse();
        assertThatThrownBy(() -> NameGlob.parse("")).hasMessageContaining("pattern");
        assertThatThrownBy(() -> NameGlob.parse("a".repeat(513))).hasMessageContaining("pattern");
    }
}
