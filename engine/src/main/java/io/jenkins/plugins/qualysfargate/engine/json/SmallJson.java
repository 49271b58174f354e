package io.jenkins.plugins.qualysfargate.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** Reads a small JSON document as a whole; its depth and lengths are bounded, and a name that stands twice is refused. */
public final class SmallJson {
    // Sound manifests, configurations and tokens stay under 10.
    private static final int DEEPEST = 40;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(40)
                            .maxNameLength(10_000)
                            .build())
                    // Two readers of a document with doubled names may see two different images.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SmallJson() {}

    /**
     * Reads up to the end.
     *
     * @param in bounded by who opened it
     * @throws NotReadable if it is not exactly one JSON object
     */
    public static JsonNode read(InputStream in) throws NotReadable {
        JsonNode root = readAny(in);
        if (!root.isObject()) {
            throw new NotReadable("it is no JSON object");
        }
        return root;
    }

    /**
     * Reads up to the end, for services whose answers are lists.
     *
     * @param in bounded by who opened it
     * @throws NotReadable if it is not exactly one JSON object or array
     */
    public static JsonNode readAny(InputStream in) throws NotReadable {
        JsonNode root;
        try {
            root = MAPPER.readTree(in);
        } catch (JsonProcessingException e) {
            // The original message quotes the input, which is hostile.
            throw new NotReadable("it is no valid JSON within the limits (line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ")");
        } catch (IOException e) {
            throw new NotReadable("it cannot be read: " + e.getMessage());
        }
        if (root == null || !root.isContainerNode()) {
            throw new NotReadable("it is no JSON object");
        }
        return root;
    }

    /** The text of a field; empty if there is none or it is of another type. */
    public static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        return text == null ? "" : text;
    }

    /** The text is not one JSON object within the limits; the message quotes nothing of it. */
    public static final class NotReadable extends Exception {
        private static final long serialVersionUID = 1L;

        NotReadable(String message) {
            super(message);
        }
    }
}
