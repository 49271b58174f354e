package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What AWS says about resource types and actions; {@code deploy/refresh-specification.py} takes it anew. */
final class Specification {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "definitions");

    private final JsonNode resources = load("resources.json").path("resources");
    private final JsonNode actions = load("actions.json").path("actions");
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    boolean knows(String type) {
        return resources.has(type);
    }

    /** Whether {@code !GetAtt} may ask for the attribute. */
    boolean hasAttribute(String type, String attribute) {
        return StreamSupport.stream(resources.path(type).path("attributes").spliterator(), false)
                .anyMatch(known -> attribute.matches(known.asText()));
    }

    /** What is wrong with the properties of a resource; parts that are unknown are taken as right. */
    List<String> problems(String type, JsonNode properties) {
        JsonSchema schema = schemas.computeIfAbsent(type, this::schema);
        return schema.validate(properties).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The resource types that an action can be limited to; empty if AWS knows no such action. */
    Optional<List<String>> narrowable(String action) {
        String[] parts = action.split(":", 2);
        JsonNode known = actions.path(parts[0]).path(parts[1].toLowerCase(Locale.ROOT));
        return known.isMissingNode()
                ? Optional.empty()
                : Optional.of(StreamSupport.stream(known.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    private JsonSchema schema(String type) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(tolerant(resources.path(type).path("schema")));
    }

    /** The schema, except that every value in it may also be unknown. */
    private static JsonNode tolerant(JsonNode schema) {
        if (schema instanceof ArrayNode array) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> result.add(tolerant(each)));
            return result;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (MAPS.contains(entry.getKey())) {
                ObjectNode parts = result.putObject(entry.getKey());
                value.properties().forEach(part -> parts.set(part.getKey(), orUnknown(part.getValue())));
            } else {
                result.set(entry.getKey(), entry.getKey().equals("items") ? orUnknown(value) : tolerant(value));
            }
        });
        return result;
    }

    private static JsonNode orUnknown(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putObject("if").put("type", "object").putArray("required").add(Resolution.UNKNOWN);
        result.set("else", tolerant(schema));
        return result;
    }

    private static JsonNode load(String name) {
        try (InputStream file =
                Objects.requireNonNull(Specification.class.getResourceAsStream("specification/" + name), name)) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("Cannot read " + name, unreadable);
        }
    }
}
