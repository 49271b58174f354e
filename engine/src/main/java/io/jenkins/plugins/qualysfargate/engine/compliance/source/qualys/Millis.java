package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Qualys writes moments as milliseconds, often in quotes; its documentation also shows ISO 8601. */
final class Millis {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final long LAST = 253_402_300_799_000L;

    private Millis() {}

    /** Null if there is none, and for 0 and below. */
    static @Nullable Instant instant(JsonNode node, String field) throws UnreadableValueException {
        String text = Scalars.text(node, field);
        if (text.isEmpty()) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            long millis = Long.parseLong(text);
            if (millis > LAST) {
                throw new UnreadableValueException(field, text, "milliseconds since 1970");
            }
            return millis <= 0 ? null : Instant.ofEpochMilli(millis);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new UnreadableValueException(field, text, "milliseconds since 1970");
        }
    }
}
