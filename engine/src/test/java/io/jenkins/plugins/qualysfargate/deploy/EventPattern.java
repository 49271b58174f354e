package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Whether EventBridge's rules take an event, for those forms of patterns that the templates use. */
final class EventPattern {
    private EventPattern() {}

    static boolean matches(JsonNode pattern, JsonNode event) {
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            JsonNode value = event.path(field.getKey());
            boolean matches = field.getValue().isObject()
                    ? matches(field.getValue(), value)
                    : StreamSupport.stream(field.getValue().spliterator(), false)
                            .anyMatch(choice -> matchesChoice(choice, value));
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesChoice(JsonNode choice, JsonNode value) {
        if (choice.isTextual()) {
            return choice.equals(value);
        }
        Map.Entry<String, JsonNode> rule = choice.properties().iterator().next();
        return switch (rule.getKey()) {
            case "exists" -> value.isMissingNode() != rule.getValue().asBoolean();
            case "prefix" ->
                value.isTextual() && value.asText().startsWith(rule.getValue().asText());
            default -> throw new IllegalArgumentException("no form of pattern that is understood: " + choice);
        };
    }
}
