package io.jenkins.plugins.qualysfargate.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "openssl,openssl,true",
        "openssl,openssl1,false",
        "openssl,open,false",
        "openssl*,openssl,true",
        "openssl*,openssl-libs,true",
        "*ssl,openssl,true",
        "*ssl,openssl3,false",
        "*,'',true",
        "?,'',false",
        "lib?,libc,true",
        "lib?,lib,false",
        "a*b*c,axxbyybzzc,true",
        "a*b*c,axxbyybzz,false",
        "*/payments-*,registry.example/team/payments-api:1,true",
        "'',x,false",
        "'','',true",
        "LIB,lib,false",
        "a.c,abc,false"
    })
    void shouldMatchWholeNames(String pattern, String name, boolean expected) {
        assertThat(new Glob(pattern).matches(name)).isEqualTo(expected);
    }

    @Test
    void shouldNotBeSlowedDownByHostileNames() {
        Glob evil = new Glob("*a".repeat(150) + "b");
        String name = "a".repeat(20_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(evil.matches(name)).isFalse());
    }
}
