package io.jenkins.plugins.qualysfargate.engine.qualys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTokenTest {
    @Test
    void shouldTellExpiryAndModules() {
        Instant expiry = Instant.parse("2026-03-04T05:06:07Z");

        assertThat(WebToken.read(Tokens.until(expiry))).hasValueSatisfying(says -> {
            assertThat(says.expiry()).isEqualTo(expiry);
            assertThat(says.modules()).containsExactly("VM", "CS");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"modulesAllowed\": [\"VM\", \"CS\"]} | false",
                "{\"modulesAllowed\": [\"VM\", \"PCS\"]} | true",
                "{\"modulesAllowed\": []} | true",
                "{\"modulesAllowed\": \"VM,CS\"} | false",
                "{\"modulesAllowed\": \"[VM, PCS]\"} | true",
                "{\"modulesAllowed\": 7} | false",
                "{} | false"
            })
    void shouldMissAModuleOnlyWhereModulesAreNamed(String claims, boolean lacks) {
        assertThat(WebToken.read(Tokens.withClaims(claims)))
                .hasValueSatisfying(says -> assertThat(says.lacks("CS")).isEqualTo(lacks));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exp\": \"1772600000\"}",
                "{\"exp\": -1}",
                "{\"exp\": 1e300}",
                "{\"exp\": 9223372036854775807}",
                "{\"exp\": null}",
                "{\"exp\": [1]}",
                "[1]",
                "{\"exp\": 1772600000",
                "{\"exp\": 1, \"exp\": 1772600000}",
                ""
            })
    void shouldClaimNoExpiryThatMakesNoSense(String claims) {
        String token = Tokens.withClaims(claims.isEmpty() ? " " : claims);
        assertThat(WebToken.read(token))
                .hasValueSatisfying(says -> assertThat(says.expiry()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token",
                "www.example.com",
                "eyJhIjoxfQ.eyJhIjoxfQ",
                "eyJhIjoxfQ.eyJhIjoxfQ.",
                "eyJhIjoxfQ.eyJhIjoxfQ.c2ln.c2ln",
                "eyJhIjoxfQ==.eyJhIjoxfQ==.c2ln",
                "eyJhIjoxfQ.eyJh IjoxfQ.c2ln",
                "eyJhIjoxfQ.eyJhIjoxfQ.c2ln\n",
                "<html>a.b.c</html>",
                "WzFd.eyJhIjoxfQ.c2ln"
            })
    void shouldTakeNothingElseForAToken(String text) {
        assertThat(WebToken.read(text)).isEmpty();
    }
}
