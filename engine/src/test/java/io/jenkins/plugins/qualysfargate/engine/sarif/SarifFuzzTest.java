package io.jenkins.plugins.qualysfargate.engine.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whatever the bytes are, the reader ends, and it calls a report complete only if a second, independent parser finds a
 * whole report in it. The saved inputs run with every build; CONTRIBUTING names the command for the long run.
 */
class SarifFuzzTest {
    private static final ReadLimits LIMITS = new ReadLimits(1 << 20, 200, 1 << 16);
    private static final ObjectMapper ORACLE =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @FuzzTest(maxDuration = "10m")
    void reportIsCompleteOnlyIfItIsWhole(byte[] content) throws IOException {
        Path file = Files.createTempFile("fuzz", ".json");
        try {
            Files.write(file, content);
            Evidence evidence = SarifEvidence.read(file, Expectation.DEFAULT, LIMITS);
            if (evidence instanceof Evidence.Complete complete) {
                long findings = 0;
                for (Finding finding : complete.report().findings()) {
                    assertThat(finding.id()).isNotEmpty();
                    findings++;
                }
                assertThat(findings).isEqualTo(complete.report().findings().count());
                checkWhole(ORACLE.readTree(content), findings);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void checkWhole(JsonNode report, long findings) {
        assertThat(report.path("version").asText()).isEqualTo("2.1.0");
        assertThat(report.path("runs").isArray()).isTrue();
        assertThat(report.path("runs")).isNotEmpty();
        boolean anyResult = false;
        boolean anyLeft = false;
        for (JsonNode run : report.path("runs")) {
            assertThat(run.path("tool").path("driver").isObject()).isTrue();
            assertThat(run.path("results").isArray()).isTrue();
            for (JsonNode result : run.path("results")) {
                anyResult = true;
                anyLeft |= result.has("kind") || result.has("baselineState");
            }
        }
        assertThat(findings > 0 || !anyResult || anyLeft)
                .as("results that are not marked are counted")
                .isTrue();
    }
}
