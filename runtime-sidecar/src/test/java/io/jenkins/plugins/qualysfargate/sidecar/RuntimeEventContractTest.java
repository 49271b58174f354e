package io.jenkins.plugins.qualysfargate.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract between the sidecar that writes events and the engine that reads them. */
class RuntimeEventContractTest {
    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final Path SAMPLES = CONTRACTS.resolve("samples/runtime");
    private static final String ORIGINAL = "original-table-items.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchema schema = schema();

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(each -> !each.endsWith(ORIGINAL)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldAcceptSample(Path sample) throws IOException {
        assertThat(schema.validate(JSON.readTree(sample.toFile()))).isEmpty();
    }

    @Test
    void shouldAcceptItemsOfEarlierSidecars() throws IOException {
        JsonNode items = JSON.readTree(SAMPLES.resolve(ORIGINAL).toFile());

        assertThat(items).hasSize(6).allSatisfy(each -> assertThat(schema.validate(each))
                .isEmpty());
    }

    @Test
    void shouldHaveSampleOfEveryType() throws IOException {
        JsonNode types = JSON.readTree(
                        CONTRACTS.resolve("runtime-event.schema.json").toFile())
                .at("/properties/eventType/enum");
        Set<String> known = new TreeSet<>();
        types.forEach(each -> known.add(each.asText()));
        Set<String> shown = new TreeSet<>();
        for (Path sample : samples()) {
            shown.add(JSON.readTree(sample.toFile()).get("eventType").asText());
        }

        assertThat(shown).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventId",
                "timestamp",
                "timestampEpoch",
                "eventType",
                "severity",
                "action",
                "containerId",
                "taskArn",
                "clusterArn",
                "taskFamily",
                "eventData"
            })
    void shouldRefuseEventWithout(String field) throws IOException {
        ObjectNode event = sample("process-execution");
        event.remove(field);

        assertThat(schema.validate(event)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    process-execution     | {"schemaVersion": 2}
                    process-execution     | {"eventType": "other"}
                    process-execution     | {"eventType": "file_access"}
                    process-execution     | {"severity": "urgent"}
                    process-execution     | {"action": "kill"}
                    process-execution     | {"timestamp": "2026-01-22 12:00:00"}
                    process-execution     | {"timestamp": "2026-01-22T12:00:00+01:00"}
                    process-execution     | {"timestampEpoch": "1769083201"}
                    process-execution     | {"eventId": "no id"}
                    process-execution     | {"imageDigest": "latest"}
                    process-execution     | {"environment": {"PASSWORD": "hunter22"}}
                    process-execution     | {"process": {"pid": 0, "executable": "/bin/sh"}}
                    process-execution     | {"process": {"pid": 1, "executable": "/bin/sh", "environment": []}}
                    process-execution     | {"eventData": {"executable": "/bin/sh"}}
                    process-execution     | {"eventData": {"executable": "/bin/sh", "arguments": [], "environment": []}}
                    file-access           | {"eventData": {"path": "", "operation": "open"}}
                    file-access           | {"eventData": {"path": "/etc", "operation": "guess"}}
                    network-connection    | {"eventData": {"destIp": "host.example", "destPort": 22, "allowed": true}}
                    network-connection    | {"eventData": {"destIp": "10.0.0.1", "destPort": 70000, "allowed": true}}
                    software-installation | {"eventData": {"packageManager": "apt", "operation": "install"}}
                    file-download         | {"eventData": {"tool": "curl"}}
                    anomaly               | {"eventData": {"type": "x", "score": 101, "details": {}}}
                    coverage              | {"eventData": {"source": "luck", "state": "limited", "reason": "x", "lostEvents": 0}}
                    """)
    void shouldRefuse(String name, String change) throws IOException {
        ObjectNode event = sample(name);
        event.setAll((ObjectNode) JSON.readTree(change));

        assertThat(schema.validate(event)).isNotEmpty();
    }

    private static ObjectNode sample(String name) throws IOException {
        return (ObjectNode) JSON.readTree(SAMPLES.resolve(name + ".json").toFile());
    }

    private static JsonSchema schema() {
        try (InputStream in = Files.newInputStream(CONTRACTS.resolve("runtime-event.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
