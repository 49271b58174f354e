package io.jenkins.plugins.qualysfargate.engine.qualys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleAddressTest {
    @ParameterizedTest
    @CsvSource({
        "US1, qualysguard.qualys.com",
        "US2, qualysguard.qg2.apps.qualys.com",
        "EU1, qualysguard.qualys.eu",
        "EU2, qualysguard.qg2.apps.qualys.eu",
        "UK1, qualysguard.qg1.apps.qualys.co.uk",
        "KSA1, qualysguard.qg1.apps.qualysksa.com"
    })
    void shouldLookUpVulnerabilitiesInTheConsoleOfThePlatform(PodName pod, String host) {
        assertThat(ConsoleAddress.vulnerabilities(new QualysPlatform.Pod(pod)))
                .contains(URI.create("https://" + host + "/fo/common/vuln_info.php?id="));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKnowTheConsoleOfEveryPlatform(PodName pod) {
        assertThat(ConsoleAddress.vulnerabilities(new QualysPlatform.Pod(pod)))
                .hasValueSatisfying(page -> assertThat(page.getHost()).matches("qualysguard\\.[a-z0-9.]+"));
    }

    @Test
    void shouldNotGuessTheConsoleOfAGateway() {
        assertThat(ConsoleAddress.vulnerabilities(
                        new QualysPlatform.Gateway(URI.create("https://gateway.corp.example"))))
                .isEmpty();
    }
}
