package io.jenkins.plugins.qualysfargate.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.jenkins.plugins.qualysfargate.engine.report.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceContractTest {
    private static final Path CONTRACTS = Path.of("../contracts");
    private static final Path SAMPLES = CONTRACTS.resolve("samples/evidence");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> problems(String schema, String json) throws IOException {
        JsonSchema rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve(schema)));
        return rules.validate(JSON.readTree(json)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static String written(PeriodReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceJson.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldWriteTheReportByItsSchemaAndAsTheSample() throws IOException {
        String json = written(Story.night().report());

        Golden.assertUnchanged(SAMPLES.resolve("night.json"), json);
        assertThat(problems("evidence-report.schema.json", json)).isEmpty();
        assertThat(problems("evidence-report.schema.json", written(new Story().report())))
                .isEmpty();
    }

    @Test
    void shouldReadTheSampleThatAnEarlierVersionWrote() throws IOException {
        byte[] sample = Files.readAllBytes(SAMPLES.resolve("night.json"));

        assertThat(EvidenceJson.read(sample)).isEqualTo(Story.night().report());
    }

    @Test
    void shouldHandOutTheJournalByItsSchemaAndAsTheSample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalLines.write(Story.night().ledger(), out);
        String lines = out.toString(StandardCharsets.UTF_8);

        Golden.assertUnchanged(SAMPLES.resolve("journal.jsonl"), lines);
        for (String line : lines.lines().toList()) {
            assertThat(problems("journal-line.schema.json", line)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "FAILED", "EXCUSED", "NEVER_HEARD"})
    void shouldBeRejectedByTheSchemaWhenWhatIsNotWellIsCompliant(String state) throws IOException {
        JsonNode report = JSON.readTree(written(Story.night().report()));
        String json = report.toString().replace("\"state\":\"OK\"", "\"state\":\"" + state + "\"");

        assertThat(problems("evidence-report.schema.json", json)).isNotEmpty();
    }
}
