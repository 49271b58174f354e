package io.jenkins.plugins.qualysfargate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The schema, which editors read, and the reader, which judges, must agree on what a policy is. */
class PolicyContractTest {
    private static final Path CONTRACTS = Path.of("../contracts");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve("samples/policy"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldAgreeOnEverySample(Path sample) throws IOException {
        boolean good = sample.getFileName().toString().startsWith("good-");
        String text = Files.readString(sample);

        assertThat(PolicyReader.read(sample.getFileName().toString(), text)
                        .fold(valid -> List.of(), PolicyReading.Invalid::problems)
                        .isEmpty())
                .as("the reader accepts %s", sample)
                .isEqualTo(good);
        assertThat(schema().validate(json(text)).isEmpty())
                .as("the schema accepts %s", sample)
                .isEqualTo(good);
    }

    @Test
    void shouldHaveGoodAndBadSamples() throws IOException {
        assertThat(samples())
                .filteredOn(it -> it.getFileName().toString().startsWith("good-"))
                .hasSizeGreaterThan(3);
        assertThat(samples())
                .filteredOn(it -> it.getFileName().toString().startsWith("bad-"))
                .hasSizeGreaterThan(20);
    }

    static JsonSchema schema() throws IOException {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("policy.schema.json")), config);
    }

    /** What an editor makes of YAML before it asks the schema; dates are texts in JSON. */
    static JsonNode json(String yaml) {
        return json(new Yaml(new LoaderOptions()).compose(new StringReader(yaml)));
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            ObjectNode object = make.objectNode();
            for (NodeTuple each : mapping.getValue()) {
                object.set(((ScalarNode) each.getKeyNode()).getValue(), json(each.getValueNode()));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = make.arrayNode();
            sequence.getValue().forEach(each -> array.add(json(each)));
            return array;
        }
        String text = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
            return make.numberNode(new BigDecimal(text));
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return make.booleanNode(Boolean.parseBoolean(text));
        }
        return node.getTag().equals(Tag.NULL) ? make.nullNode() : make.textNode(text);
    }
}
