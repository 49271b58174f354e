package io.jenkins.plugins.qualysfargate.engine.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Fields of an event; what is missing or of another type is an {@link IllegalArgumentException} that names the field. */
final class EventField {
    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-01-01T00:00:00Z");
    /** How tools write that there is no tag. */
    private static final String UNTAGGED = "untagged";

    private EventField() {}

    static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("it has no text " + field);
        }
        return text;
    }

    /** The first of these nodes that has the field as a text; the others need not have it. */
    static String textOfAny(String field, JsonNode... nodes) {
        for (JsonNode node : nodes) {
            String text = node.path(field).textValue();
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        throw new IllegalArgumentException("it has no text " + field);
    }

    static Instant time(JsonNode node, String field) {
        Instant time;
        try {
            time = Instant.parse(text(node, field));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " is no point in time in UTC", e);
        }
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(field + " is no point in time at which an image could be pushed");
        }
        return time;
    }

    static Digest digest(JsonNode node, String field) {
        String text = text(node, field);
        if (!text.startsWith("sha256:")) {
            throw new IllegalArgumentException(field + " is no digest: sha256: and 64 hex digits are expected");
        }
        return Digest.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        field + " is no digest: sha256: and 64 lower-case hex digits are expected"));
    }

    /** Null if there is none; a tag that is no text is refused and not taken for none. */
    static @Nullable String tag(JsonNode node, String field) {
        JsonNode tag = node.path(field);
        if (tag.isMissingNode() || tag.isNull()) {
            return null;
        }
        if (!tag.isTextual()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        String text = tag.textValue();
        return text.isEmpty() || text.equals(UNTAGGED) ? null : text;
    }
}
