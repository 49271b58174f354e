package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanRequestTest {
    private static ScanRequest of(ImageReference image, Set<ScanType> types, Duration timeout) {
        ScanRequest some = StandIn.request();
        return new ScanRequest(
                image, some.platform(), types, timeout, some.connection(), some.registryAccess(), some.options());
    }

    @Test
    void shouldRefuseARegistryImageWithoutDigest() {
        assertThatThrownBy(() -> of(
                        ImageReference.parse("registry.example/payments:1.4"),
                        Set.of(ScanType.PKG),
                        Duration.ofMinutes(5)))
                .hasMessageContaining("payments:1.4")
                .hasMessageContaining("resolve it to its digest");
    }

    @Test
    void shouldRefuseToScanForNothing() {
        assertThatThrownBy(() -> of(StandIn.request().image(), Set.of(), Duration.ofMinutes(5)))
                .hasMessageContaining("at least one scan type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-5M", "PT0.9S", "PT25H"})
    void shouldRefuseAnOddTimeout(String timeout) {
        assertThatThrownBy(() -> of(StandIn.request().image(), Set.of(ScanType.PKG), Duration.parse(timeout)))
                .hasMessageContaining(timeout);
    }

    @Test
    void shouldNameTheValidPlatforms() {
        assertThat(PodName.parse(" ksa1 ")).isEqualTo(PodName.KSA1);
        assertThatThrownBy(() -> PodName.parse("US9"))
                .hasMessageContaining("'US9'")
                .hasMessageContaining("US1, US2, US3, US4, EU1")
                .hasMessageContaining("gateway URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gateway.example", "https://user@gateway.example", "https:gateway", "ftp://gateway"})
    void shouldRefuseAnUnsafeGateway(String url) {
        assertThatThrownBy(() -> new QualysPlatform.Gateway(URI.create(url))).hasMessageContaining("https");
    }

    @Test
    void shouldRefuseAProxyThatWouldShowItsPassword() {
        ScanRequest some = StandIn.request();
        assertThatThrownBy(() -> new QualysConnection(
                        some.connection().platform(),
                        some.connection().tokens(),
                        URI.create("http://me:hunter2@proxy.example:3128")))
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldNeverPrintASecret() {
        assertThat(Credential.of("token", " hunter2\n")).hasToString("****");
        assertThat(new RegistryAccess.Login("AWS", Credential.of("password", "hunter2")).toString())
                .doesNotContain("hunter2");
        assertThat(StandIn.request().toString()).doesNotContain(StandIn.TOKEN);
        assertThatThrownBy(() -> Credential.of("the token", "hunter2\nX: y"))
                .hasMessageContaining("the token")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Credential.of("the token", "  ")).hasMessageContaining("the token is empty");
    }
}
