package io.jenkins.plugins.qualysfargate.engine.aws.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Plain JSON as the attributes of an item, as the original's library for Python makes them. */
final class EventItemJson {
    private EventItemJson() {}

    static Map<String, AttributeValue> attributes(JsonNode object) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        object.properties().forEach(field -> attributes.put(field.getKey(), attribute(field.getValue())));
        return attributes;
    }

    private static AttributeValue attribute(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> AttributeValue.fromM(attributes(node));
            case ARRAY ->
                AttributeValue.builder()
                        .l(java.util.stream.StreamSupport.stream(node.spliterator(), false)
                                .map(EventItemJson::attribute)
                                .toList())
                        .build();
            case NUMBER -> AttributeValue.fromN(node.asText());
            case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
            case NULL -> AttributeValue.fromNul(true);
            default -> AttributeValue.fromS(node.textValue());
        };
    }
}
