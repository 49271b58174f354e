package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One JSON object of the history, read strictly: what is missing or of another type is an error and never a default. */
final class JsonItem {
    /** Far above what readers of scanner output let through (nesting aside, our own form is flat), far below what hurts. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(16)
            .maxStringLength(2 << 20)
            .maxNameLength(256)
            .maxNumberLength(40)
            .maxDocumentLength(8L << 30)
            .build();

    // Non-ASCII is escaped because hostile text may hold half a surrogate pair, which UTF-8 cannot carry.
    static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            // Else a writer that fails half-way would leave what looks like a whole document.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build());

    private final JsonNode node;
    private final String what;

    private JsonItem(JsonNode node, String what) {
        this.node = node;
        this.what = what;
    }

    /** Reads the object at which the parser stands. */
    static JsonItem next(JsonParser parser, String what) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, what + " is not an object");
        }
        return new JsonItem(MAPPER.readTree(parser), what);
    }

    String text(String field) {
        return expect(node.get(field), JsonNode::isTextual, field, "a text").textValue();
    }

    @Nullable
    String optionalText(String field) {
        return has(field) ? text(field) : null;
    }

    <T> @Nullable T optional(String field, Function<String, T> reading) {
        String text = optionalText(field);
        return text == null ? null : reading.apply(text);
    }

    Instant instant(String field) {
        return Instant.parse(text(field));
    }

    <E extends Enum<E>> E word(String field, Class<E> type) {
        return Enum.valueOf(type, text(field).toUpperCase(Locale.ROOT));
    }

    <E extends Enum<E>> List<E> words(String field, Class<E> type) {
        return texts(field).stream()
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    long whole(String field) {
        return expect(
                        node.get(field),
                        each -> each.isIntegralNumber() && each.canConvertToLong(),
                        field,
                        "a whole number")
                .longValue();
    }

    int small(String field) {
        return Math.toIntExact(whole(field));
    }

    @Nullable
    Double optionalNumber(String field) {
        return has(field)
                ? (Double) expect(node.get(field), JsonNode::isNumber, field, "a number")
                        .doubleValue()
                : null;
    }

    boolean flag(String field) {
        return expect(node.get(field), JsonNode::isBoolean, field, "true or false")
                .booleanValue();
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array(field)) {
            texts.add(
                    expect(each, JsonNode::isTextual, field, "a list of texts").textValue());
        }
        return texts;
    }

    <T> List<T> items(String field, Function<JsonItem, T> reading) {
        List<T> items = new ArrayList<>();
        for (JsonNode each : array(field)) {
            items.add(reading.apply(new JsonItem(expect(each, JsonNode::isObject, field, "a list of objects"), field)));
        }
        return items;
    }

    JsonItem object(String field) {
        return new JsonItem(expect(node.get(field), JsonNode::isObject, field, "an object"), field);
    }

    boolean has(String field) {
        return node.has(field);
    }

    private JsonNode array(String field) {
        return expect(node.get(field), JsonNode::isArray, field, "a list");
    }

    private JsonNode expect(@Nullable JsonNode value, Predicate<JsonNode> holds, String field, String expected) {
        if (value == null || !holds.test(value)) {
            throw new IllegalArgumentException(
                    what + ": " + field + " is " + (value == null ? "missing" : "not " + expected));
        }
        return value;
    }
}
