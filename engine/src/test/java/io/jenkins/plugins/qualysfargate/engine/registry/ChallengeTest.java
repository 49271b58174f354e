package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

    @Test
    void shouldReadBearerWithItsParameters() {
        assertThat(parse("Bearer realm=\"https://auth.example/token\",service=\"registry.example\","
                        + "scope=\"repository:a/b:pull,push\""))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of(
                                "realm", "https://auth.example/token",
                                "service", "registry.example",
                                "scope", "repository:a/b:pull,push")));
    }

    @Test
    void shouldReadSeveralChallengesOfOneHeader() {
        assertThat(parse("Basic realm=\"a, Bearer realm=b\", Bearer realm = token , Negotiate"))
                .containsExactly(
                        new Challenge("basic", Map.of("realm", "a, Bearer realm=b")),
                        new Challenge("bearer", Map.of("realm", "token")),
                        new Challenge("negotiate", Map.of()));
    }

    @Test
    void shouldReadSeveralHeaders() {
        assertThat(Challenge.parse(List.of("Basic realm=a", "BEARER Realm=b")))
                .extracting(Challenge::scheme)
                .containsExactly("basic", "bearer");
    }

    @Test
    void shouldUndoEscapes() {
        assertThat(parse("Basic realm=\"say \\\"x\\\"\"").get(0).parameters()).containsEntry("realm", "say \"x\"");
    }

    @Test
    void shouldKeepFirstOfDoubledParameters() {
        assertThat(parse("Bearer realm=\"https://good\",realm=\"https://evil\"")
                        .get(0)
                        .parameters())
                .containsEntry("realm", "https://good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",,,", "=", "\"", "realm=\"x\"", "Bearer realm=\"never closed", "Bearer =", "é"})
    void shouldNeverFindBearerRealmInRubbish(String header) {
        assertThat(parse(header))
                .filteredOn(each -> each.scheme().equals("bearer"))
                .noneMatch(each -> each.parameters().containsKey("realm"));
    }

    @Test
    @Timeout(5)
    void shouldReadHostileHeaderQuickly() {
        assertThat(parse("Bearer " + "a=\"\\\\".repeat(800))).isNotNull();
        assertThat(parse("Bearer realm=" + "x".repeat(5000))).isEmpty();
    }

    private static List<Challenge> parse(String header) {
        return Challenge.parse(List.of(header));
    }
}
