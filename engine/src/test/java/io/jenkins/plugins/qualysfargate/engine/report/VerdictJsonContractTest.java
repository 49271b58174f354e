package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictJsonContractTest {
    private static final Path CONTRACTS = Path.of("../contracts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HALF_A_PAIR = "\uD800 and \u0000";

    static Stream<Map.Entry<String, GateOutcome>> outcomes() {
        return Map.of(
                "pass", Outcomes.pass(),
                "fail", Outcomes.fail(),
                "indeterminate", Outcomes.indeterminate(),
                "several-images", Outcomes.several(),
                "no-image", Outcomes.none())
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void shouldKeepToTheSchemaAndTheSample(Map.Entry<String, GateOutcome> sample) throws IOException {
        String written = Golden.written(new VerdictJson(), sample.getValue());
        Golden.assertUnchanged(CONTRACTS.resolve("samples/verdict/" + sample.getKey() + ".json"), written);
        assertValid(written);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void shouldKeepToTheSchemaWithAllFindings(Map.Entry<String, GateOutcome> sample) throws IOException {
        assertValid(Golden.written(VerdictJson.withFindings(), sample.getValue()));
    }

    @Test
    void shouldWriteTextsThatAreNoUnicodeAsSomethingThatIs() throws IOException {
        String written = Golden.written(VerdictJson.withFindings(), Outcomes.hostile(HALF_A_PAIR));
        assertValid(written);
        assertThat(JSON.readTree(written).at("/images/0/image").textValue()).isEqualTo("\uFFFD and \uFFFD");
    }

    @Test
    void shouldNotCallAMissingNumberZero() throws IOException {
        JsonNode image = JSON.readTree(Golden.written(new VerdictJson(), Outcomes.indeterminate()))
                .at("/images/0");
        assertThat(image.get("counts")).hasSize(6).allMatch(JsonNode::isNull);
        assertThat(image.get("secrets").isNull()).isTrue();
        assertThat(image.get("findings").isNull()).isTrue();
    }

    @Test
    void shouldListEveryFindingWhenAsked() throws IOException {
        JsonNode image = JSON.readTree(Golden.written(VerdictJson.withFindings(), Outcomes.fail()))
                .at("/images/0");
        assertThat(image.get("findingDetails")).hasSize(image.get("findings").intValue());
        assertThat(image.get("secretDetails")).hasSize(image.get("secrets").intValue());
    }

    @Test
    void shouldBeRejectedByTheSchemaWhenAPassHasNoNumbers() throws IOException {
        String broken = Files.readString(CONTRACTS.resolve("samples/verdict/indeterminate.json"))
                .replace("\"INDETERMINATE\"", "\"PASS\"");
        assertThat(schema().validate(JSON.readTree(broken))).isNotEmpty();
    }

    private static void assertValid(String written) throws IOException {
        List<String> problems = new ArrayList<>();
        schema().validate(JSON.readTree(written)).forEach(each -> problems.add(each.getMessage()));
        assertThat(problems).isEmpty();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("verdict.schema.json")));
    }
}
