package io.jenkins.plugins.qualysfargate.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer S3CR3T-token",
                "authorization=S3CR3T-token",
                "Proxy-Authorization: Basic S3CR3T-token",
                "sent Bearer S3CR3T-token to it",
                "https://user:S3CR3T-token@host/path",
                "GET /x?access_token=S3CR3T-token&y=1",
                "GET /x?a=1&X-Amz-Signature=S3CR3T-token",
                "got eyJhbGciOiJIUzI1NiJ9.S3CR3T-token.abcdef",
            })
    void shouldMaskWhatLooksLikeCredential(String text) {
        assertThat(Redaction.BY_LOOKS.apply(text)).doesNotContain("S3CR3T").contains("****");
    }

    @Test
    void shouldLeaveOrdinaryTextAlone() {
        String text = "Could not send GET https://host/v2/app: HTTP 404 (NAME_UNKNOWN: repository key=none)";

        assertThat(Redaction.BY_LOOKS.apply(text)).isEqualTo(text);
    }

    @Test
    void shouldMaskKnownSecretsAndTheirBase64() {
        Redaction redaction = Redaction.of(List.of("hunter22"));

        assertThat(redaction.apply("pw hunter22, coded aHVudGVyMjI=")).isEqualTo("pw ****, coded ****");
    }

    @Test
    void shouldMaskLongerSecretFirst() {
        assertThat(Redaction.of(List.of("pass", "password1")).apply("password1"))
                .isEqualTo("****");
    }

    @Test
    void shouldIgnoreSecretsThatAreTooShortToBeOne() {
        assertThat(Redaction.of(List.of("a", "")).apply("banana")).isEqualTo("banana");
    }

    @Test
    void shouldShowAddressWithoutQueryAndUser() {
        assertThat(Redaction.address(URI.create("https://me:pw@host:8443/a/b?token=x#y")))
                .isEqualTo("https://host:8443/a/b");
    }

    @Test
    void shouldKeepSecretsOutOfTheTextFormOfCalls() {
        HttpCall call =
                HttpCall.get(URI.create("https://host/a?token=hunter22")).header("Authorization", "hunter22");

        assertThat(call).hasToString("GET https://host/a");
    }
}
