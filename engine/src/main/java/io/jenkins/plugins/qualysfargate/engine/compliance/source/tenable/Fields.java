package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objects and lists in answers of Tenable.sc, which writes an absent object as null, an empty text or an empty list. */
final class Fields {
    /** More of anything is no answer to be kept in memory. */
    static final int MOST_ITEMS = 20_000;

    private Fields() {}

    /** The object in a field; one without fields if there is none. */
    static JsonNode object(JsonNode node, String field) throws UnreadableValueException {
        JsonNode value = node.path(field);
        if (value.isObject()) {
            return value;
        }
        if (value.isMissingNode() || value.isNull() || isEmpty(value)) {
            return MissingNode.getInstance();
        }
        throw new UnreadableValueException(field, typeOf(value), "an object");
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isArray()
                ? value.isEmpty()
                : value.isTextual() && value.textValue().isEmpty();
    }

    /** The id in a field; there must be one. */
    static String id(JsonNode node) throws UnreadableValueException {
        String id = Scalars.id(node, "id");
        if (id == null || !ResourceId.NUMBER.matcher(id).matches()) {
            throw new UnreadableValueException("id", node.path("id").asText("nothing"), "a number above 0");
        }
        return id;
    }

    /**
     * The items of a list, each once. Where a user may use and manage things there are two lists, which mostly hold the same;
     * an answer without any list is none.
     */
    static List<JsonNode> items(JsonNode response) throws UnreadableValueException {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        if (response.isArray()) {
            add(response, items);
            return new ArrayList<>(items.values());
        }
        boolean found = false;
        for (String list : List.of("usable", "manageable")) {
            JsonNode value = response.path(list);
            if (value.isArray()) {
                add(value, items);
                found = true;
            } else if (!value.isMissingNode()) {
                throw new UnreadableValueException(list, typeOf(value), "a list");
            }
        }
        if (!found) {
            throw new UnreadableValueException(
                    "response", typeOf(response), "a list, or an object with the list usable");
        }
        return new ArrayList<>(items.values());
    }

    private static void add(JsonNode list, Map<String, JsonNode> items) throws UnreadableValueException {
        for (JsonNode each : list) {
            if (!each.isObject()) {
                throw new UnreadableValueException("response", "a list with " + typeOf(each), "a list of objects");
            }
            items.putIfAbsent(id(each), each);
            if (items.size() > MOST_ITEMS) {
                throw new UnreadableValueException(
                        "response", "too much", "a list of at most " + MOST_ITEMS + " items");
            }
        }
    }

    /** For messages. */
    static String typeOf(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
