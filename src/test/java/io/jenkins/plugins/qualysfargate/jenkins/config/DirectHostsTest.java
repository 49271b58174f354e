package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectHostsTest {

    @ParameterizedTest
    @CsvSource({
        "*, *",
        "registry.example, registry.example",
        "*.corp.example, .corp.example",
        "10.*, 10.0.0.0/8",
        "192.168.*, 192.168.0.0/16",
        "192.168.7.*, 192.168.7.0/24",
        "ci-*.example, ''",
        "*corp.example, ''",
        "192.168.*.1, ''",
        "*.*.example, ''",
    })
    void shouldTranslateWhatTheScannerKnowsAndLeaveOutTheRest(String pattern, String variable) {
        assertThat(DirectHosts.variable(List.of(pattern))).isEqualTo(variable);
    }

    @Test
    void shouldSplitTheListAsJenkinsDoes() {
        assertThat(DirectHosts.of(" a.example,b.example\nc.example|d.example\te.example "))
                .containsExactly("a.example", "b.example", "c.example", "d.example", "e.example");
        assertThat(DirectHosts.of(null)).isEmpty();
    }
}
