package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields whose type a source takes lightly: {@code "1"} for 1, {@code "true"} for true. What is absent, null or empty is
 * null; what is there and means nothing is an error and never a default.
 */
public final class Scalars {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}(?:\\.0{1,9})?");
    private static final Set<String> YES = Set.of("true", "1");
    private static final Set<String> NO = Set.of("false", "0");
    /** The year 9999: later moments cannot be written by everybody. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private Scalars() {}

    /** The text of a text, number or boolean as one bounded line; empty if there is none. */
    public static String text(JsonNode node, String field) throws UnreadableValueException {
        String raw = raw(node, field, "a text");
        return raw == null ? "" : ForeignLine.of(raw);
    }

    /** An id as it is written; null if there is none, and for 0 and all numbers below, which sources write for none. */
    public static @Nullable String id(JsonNode node, String field) throws UnreadableValueException {
        String raw = raw(node, field, "an id");
        if (raw == null) {
            return null;
        }
        String id = raw.strip();
        if (id.length() > 100 || !ForeignLine.of(id).equals(id)) {
            throw new UnreadableValueException(field, raw, "an id of at most 100 visible characters");
        }
        return INTEGER.matcher(id).matches() && number(id) <= 0 ? null : id;
    }

    /** A count; null if there is none, and for all numbers below 0, which sources write for none. */
    public static @Nullable Long count(JsonNode node, String field) throws UnreadableValueException {
        Long number = integer(node, field);
        return number == null || number < 0 ? null : number;
    }

    /** A whole number, also below 0; null if there is none. */
    public static @Nullable Long integer(JsonNode node, String field) throws UnreadableValueException {
        String raw = raw(node, field, "a whole number");
        if (raw == null) {
            return null;
        }
        if (!INTEGER.matcher(raw.strip()).matches()) {
            throw new UnreadableValueException(field, raw, "a whole number");
        }
        return number(raw.strip());
    }

    /** Yes or no; null if neither is said. */
    public static @Nullable Boolean flag(JsonNode node, String field) throws UnreadableValueException {
        String raw = raw(node, field, "true or false");
        if (raw == null) {
            return null;
        }
        String word = raw.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new UnreadableValueException(field, raw, "true or false");
    }

    /** Seconds since 1970; null if there are none, and for 0 and all numbers below. */
    public static @Nullable Instant epochSecond(JsonNode node, String field) throws UnreadableValueException {
        Long seconds = integer(node, field);
        if (seconds == null || seconds <= 0) {
            return null;
        }
        if (seconds > LAST_SECOND) {
            throw new UnreadableValueException(field, seconds.toString(), "seconds since 1970");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static long number(String text) {
        int point = text.indexOf('.');
        return Long.parseLong(point < 0 ? text : text.substring(0, point));
    }

    private static @Nullable String raw(JsonNode node, String field, String expected) throws UnreadableValueException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new UnreadableValueException(field, value.isArray() ? "a list" : "an object", expected);
        }
        String text = value.asText();
        return text.isBlank() ? null : text;
    }
}
