package io.jenkins.plugins.qualysfargate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates make the tables that the adapters expect, and no others. */
class TableShapesTest {
    static Stream<TableShape> shapes() {
        return AwsTables.ALL.stream();
    }

    private static Map<String, JsonNode> tables() throws IOException {
        Map<String, JsonNode> tables = new HashMap<>();
        for (Template template : Template.all()) {
            for (JsonNode table : template.resources("AWS::DynamoDB::Table").values()) {
                JsonNode properties = table.path("Properties");
                JsonNode name = properties.path("TableName");
                tables.put(
                        name.has("Ref")
                                ? template.parameter(name.path("Ref").asText())
                                        .path("Default")
                                        .asText()
                                : name.path("Fn::Sub").asText().replace("${NamePrefix}-", ""),
                        properties);
            }
        }
        return tables;
    }

    private static List<String> keys(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        schema.forEach(key -> keys.add(
                key.path("KeyType").asText() + " " + key.path("AttributeName").asText()));
        return keys;
    }

    private static List<String> keys(List<TableShape.Attribute> attributes) {
        List<String> keys = new ArrayList<>();
        attributes.forEach(each -> keys.add((keys.isEmpty() ? "HASH " : "RANGE ") + each.name()));
        return keys;
    }

    private static Map<String, String> types(TableShape shape) {
        Map<String, String> types = new HashMap<>();
        shape.keys().forEach(key -> types.put(key.name(), key.type().toString()));
        shape.indexes().forEach(index -> {
            types.put(index.partition().name(), index.partition().type().toString());
            types.put(index.sort().name(), index.sort().type().toString());
        });
        return types;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shouldMakeTheTableAsTheAdaptersExpectIt(TableShape shape) throws IOException {
        JsonNode table = Objects.requireNonNull(tables().get(shape.name()), "no template makes " + shape.name());

        assertThat(keys(table.path("KeySchema"))).isEqualTo(keys(shape.keys()));
        Map<String, String> types = new HashMap<>();
        table.path("AttributeDefinitions")
                .forEach(each -> types.put(
                        each.path("AttributeName").asText(),
                        each.path("AttributeType").asText()));
        assertThat(types).isEqualTo(types(shape));
        Map<String, List<String>> indexes = new HashMap<>();
        table.path("GlobalSecondaryIndexes").forEach(index -> {
            assertThat(index.path("Projection").path("ProjectionType").asText()).isEqualTo("ALL");
            indexes.put(index.path("IndexName").asText(), keys(index.path("KeySchema")));
        });
        Map<String, List<String>> expected = new HashMap<>();
        shape.indexes().forEach(index -> expected.put(index.name(), keys(List.of(index.partition(), index.sort()))));
        assertThat(indexes).isEqualTo(expected);
        JsonNode ttl = table.path("TimeToLiveSpecification").path("AttributeName");
        assertThat(ttl.isMissingNode() ? null : ttl.asText()).isEqualTo(shape.timeToLive());
        assertThat(table.path("StreamSpecification").path("StreamViewType").asText())
                .isEqualTo(shape.streamed() ? "NEW_AND_OLD_IMAGES" : "");
    }

    @Test
    void shouldMakeNoTableThatNobodyUses() throws IOException {
        assertThat(tables().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        shapes().map(TableShape::name).toList());
    }
}
