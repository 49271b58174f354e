package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsSarifTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldLookAsItDidWhenItWasLookedAt() throws IOException {
        String pretty = sarif(Outcomes.several()).toPrettyString().replace("\r\n", "\n") + "\n";
        Golden.assertUnchanged(FindingsSarif.class, "expected-several.sarif.json", pretty);
    }

    @Test
    void shouldWriteOneRunPerImage() throws IOException {
        assertThat(sarif(Outcomes.several()).get("runs")).hasSize(4);
    }

    @Test
    void shouldNotLetAnImageWithoutAnswerLookClean() throws IOException {
        JsonNode run = run(Outcomes.indeterminate());
        assertThat(run.at("/invocations/0/executionSuccessful").booleanValue()).isFalse();
        assertThat(run.get("results")).hasSize(1);
        assertThat(run.at("/results/0/level").textValue()).isEqualTo("error");
        assertThat(run.at("/properties/qualysFargate/verdict").textValue()).isEqualTo("INDETERMINATE");
    }

    @Test
    void shouldHaveARuleForEveryResult() throws IOException {
        for (JsonNode run : sarif(Outcomes.several()).get("runs")) {
            List<String> rules = texts(run.at("/tool/driver/rules"), "/id");
            assertThat(rules).doesNotHaveDuplicates();
            assertThat(rules).containsAll(texts(run.get("results"), "/ruleId"));
        }
    }

    @Test
    void shouldSuppressWhatAnExceptionWaivesAndSayWhy() throws IOException {
        JsonNode waived = result(run(Outcomes.fail()), "178903");
        assertThat(waived.at("/suppressions/0/kind").textValue()).isEqualTo("external");
        assertThat(waived.at("/suppressions/0/status").textValue()).isEqualTo("accepted");
        assertThat(waived.at("/suppressions/0/justification").textValue()).contains("EX-7", "platform-team");
        assertThat(result(run(Outcomes.fail()), "178901").has("suppressions")).isFalse();
    }

    @Test
    void shouldNotGiveAScoreOfAnotherSeverityThanTheOneThatGates() throws IOException {
        Finding contradicting = new Finding("1", Severity.CRITICAL, "t", List.of(), null, 5.0, List.of(), false, false);
        Finding agreeing = new Finding("2", Severity.HIGH, "t", List.of(), null, 7.7, List.of(), false, false);
        Finding unknown = new Finding("3", Severity.UNKNOWN, "t", List.of(), null, 5.0, List.of(), false, false);
        JsonNode rules = run(Outcomes.with(Findings.of(List.of(contradicting, agreeing, unknown))))
                .at("/tool/driver/rules");
        assertThat(rules.at("/0/properties/security-severity").textValue()).isEqualTo("9.5");
        assertThat(rules.at("/1/properties/security-severity").textValue()).isEqualTo("7.7");
        assertThat(rules.at("/2/properties").has("security-severity")).isFalse();
        assertThat(rules.at("/2/defaultConfiguration/level").textValue()).isEqualTo("error");
    }

    @Test
    void shouldMarkWhatIsNewAgainstTheBaseline() throws IOException {
        Baseline baseline =
                new Baseline("previous", Set.of(new FindingIdentity("178901", "zlib1g")), Set.of(), Map.of());
        JsonNode run = JSON.readTree(Golden.written(new FindingsSarif(image -> baseline), Outcomes.fail()))
                .at("/runs/0");
        assertThat(result(run, "178901").get("baselineState").textValue()).isEqualTo("unchanged");
        assertThat(result(run, "980901").get("baselineState").textValue()).isEqualTo("new");
    }

    @Test
    void shouldNotMakeAnAddressOfAHostilePath() throws IOException {
        AffectedPackage hostile = new AffectedPackage("p", "1", null, "javascript:alert(1)//../é", null);
        Finding finding = new Finding("1", Severity.LOW, "t", List.of(), null, null, List.of(hostile), false, false);
        JsonNode run = run(Outcomes.with(Findings.of(List.of(finding))));
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("javascript%3Aalert%281%29//../%C3%A9");
    }

    private static FindingsSarif writer() {
        return new FindingsSarif(KnownFindings.none());
    }

    private static JsonNode sarif(GateOutcome outcome) throws IOException {
        return JSON.readTree(Golden.written(writer(), outcome));
    }

    private static JsonNode run(GateOutcome outcome) throws IOException {
        return sarif(outcome).at("/runs/0");
    }

    private static JsonNode result(JsonNode run, String ruleId) {
        for (JsonNode result : run.get("results")) {
            if (result.get("ruleId").textValue().equals(ruleId)) {
                return result;
            }
        }
        throw new AssertionError("no result of rule " + ruleId);
    }

    private static List<String> texts(JsonNode array, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.at(pointer).textValue()));
        return texts;
    }
}
