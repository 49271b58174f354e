package io.jenkins.plugins.qualysfargate.engine.qualys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayAddressTest {
    /** What follows {@code gateway.}, written down a second time so that no slip of the pen moves a login elsewhere. */
    private static final Map<PodName, String> HOSTS = Map.ofEntries(
            Map.entry(PodName.US1, "qg1.apps.qualys.com"),
            Map.entry(PodName.US2, "qg2.apps.qualys.com"),
            Map.entry(PodName.US3, "qg3.apps.qualys.com"),
            Map.entry(PodName.US4, "qg4.apps.qualys.com"),
            Map.entry(PodName.EU1, "qg1.apps.qualys.eu"),
            Map.entry(PodName.EU2, "qg2.apps.qualys.eu"),
            Map.entry(PodName.EU3, "qg3.apps.qualys.it"),
            Map.entry(PodName.IN1, "qg1.apps.qualys.in"),
            Map.entry(PodName.CA1, "qg1.apps.qualys.ca"),
            Map.entry(PodName.AE1, "qg1.apps.qualys.ae"),
            Map.entry(PodName.UK1, "qg1.apps.qualys.co.uk"),
            Map.entry(PodName.AU1, "qg1.apps.qualys.com.au"),
            Map.entry(PodName.KSA1, "qg1.apps.qualysksa.com"));

    private static Stream<URI> all() {
        return Arrays.stream(PodName.values()).map(pod -> GatewayAddress.of(new QualysPlatform.Pod(pod)));
    }

    @Test
    void shouldGiveEveryPodItsOwnGateway() {
        for (PodName pod : PodName.values()) {
            assertThat(GatewayAddress.of(new QualysPlatform.Pod(pod)))
                    .as(pod.name())
                    .hasToString("https://gateway." + HOSTS.get(pod));
        }
    }

    @Test
    void shouldGiveNoTwoPodsTheSameGateway() {
        assertThat(all()).doesNotHaveDuplicates().hasSize(PodName.values().length);
    }

    @Test
    void shouldStandOnTheUserPageForFirewallRules() throws IOException {
        String page = Files.readString(Path.of("../docs/user/scanner.md"));
        assertThat(all().map(URI::getHost)).allSatisfy(host -> assertThat(page).contains("`" + host + "`"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://gateway.example, https://gateway.example",
        "https://gateway.example/, https://gateway.example",
        "HTTPS://gateway.example:8443/qualys//, https://gateway.example:8443/qualys",
        "https://[::1]:8443, https://[::1]:8443"
    })
    void shouldGiveAGatewayItsOwnAddress(URI given, String expected) {
        assertThat(GatewayAddress.of(new QualysPlatform.Gateway(given))).hasToString(expected);
    }
}
