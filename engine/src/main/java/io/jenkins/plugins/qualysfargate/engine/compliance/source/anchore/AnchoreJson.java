package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads fields that the two APIs spell differently; what stands there and means nothing is an error. */
final class AnchoreJson {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,11}(?:\\.[0-9]{1,9})?");
    private static final List<String> LISTS = List.of("items", "results");

    private AnchoreJson() {}

    /** The first of these fields that holds something; empty if none does. */
    static String text(JsonNode node, String... names) throws UnreadableValueException {
        for (String name : names) {
            String text = Scalars.text(node, name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** The same for a moment, in ISO 8601 with or without a zone (then UTC), or seconds since 1970. */
    static @Nullable Instant instant(JsonNode node, String... names) throws UnreadableValueException {
        String text = text(node, names);
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (SECONDS.matcher(text).matches()) {
                return Instant.ofEpochSecond(Long.parseLong(text.split("\\.", 2)[0]));
            }
            String iso = text.replace(' ', 'T');
            boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            throw new UnreadableValueException(names[0], text, "a time");
        }
    }

    /** The first of these fields that is there. */
    static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.hasNonNull(name)) {
                return node.path(name);
            }
        }
        return node.path(names[0]);
    }

    /** What API v1 gives as a list and API v2 in an object. */
    static JsonNode list(JsonNode answer, String what) throws UnreadableValueException {
        if (answer.isArray()) {
            return answer;
        }
        for (String name : LISTS) {
            if (answer.path(name).isArray()) {
                return answer.path(name);
            }
        }
        throw new UnreadableValueException(what, "no list", "a list of " + what);
    }

    /** API v1 puts a list around a single thing. */
    static JsonNode single(JsonNode answer, String what) throws UnreadableValueException {
        if (answer.isObject()) {
            return answer;
        }
        if (answer.isArray() && answer.size() == 1 && answer.get(0).isObject()) {
            return answer.get(0);
        }
        throw new UnreadableValueException(what, answer.size() + " of them", "exactly one");
    }
}
