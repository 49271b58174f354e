package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Replaces functions by their values as far as they are known before anything is created. */
record Resolution(Scenario scenario) {
    /** The only key of what nobody knows yet. */
    static final String UNKNOWN = "?";

    /** @return a missing node for what is to be left out */
    JsonNode of(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> {
                JsonNode value = of(each);
                if (!value.isMissingNode()) {
                    result.add(value);
                }
            });
            return result;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.has("Fn::If")) {
            JsonNode choice = object.get("Fn::If");
            return of(choice.get(scenario.holds(choice.get(0).asText()) ? 1 : 2));
        }
        if (object.has("Ref")) {
            return reference(object.get("Ref").asText());
        }
        if (object.size() == 1 && object.fieldNames().next().startsWith("Fn::")) {
            return unknown(object.fieldNames().next());
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            JsonNode value = of(entry.getValue());
            if (!value.isMissingNode()) {
                result.set(entry.getKey(), value);
            }
        });
        return result;
    }

    private JsonNode reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        JsonNode parameter = scenario.template().root().path("Parameters").path(name);
        String value = scenario.values().get(name);
        if (value == null) {
            value = parameter.path("Default").asText();
        }
        if (value.isEmpty() || value.equals(Scenario.OTHER)) {
            return unknown(name);
        }
        if (parameter.path("Type").asText().equals("Number")) {
            return LongNode.valueOf(Long.parseLong(value));
        }
        return switch (value) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(value);
        };
    }

    private static JsonNode unknown(String what) {
        return JsonNodeFactory.instance.objectNode().put(UNKNOWN, what);
    }
}
