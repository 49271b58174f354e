package io.jenkins.plugins.qualysfargate.engine.aws.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in the JSON form of DynamoDB. */
final class ItemJson {
    private ItemJson() {}

    static JsonNode of(Map<String, AttributeValue> item) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        item.forEach((name, value) -> object.set(name, of(value)));
        return object;
    }

    private static JsonNode of(AttributeValue value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        switch (value.type()) {
            case S -> object.put("S", value.s());
            case N -> object.put("N", value.n());
            case BOOL -> object.put("BOOL", value.bool());
            case B ->
                object.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case NUL -> object.put("NULL", true);
            case M -> object.set("M", of(value.m()));
            default -> throw new IllegalArgumentException("no item of this project holds " + value.type());
        }
        return object;
    }
}
