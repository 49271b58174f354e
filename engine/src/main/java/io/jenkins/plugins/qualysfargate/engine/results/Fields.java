package io.jenkins.plugins.qualysfargate.engine.results;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small JSON object that was read whole: what is missing, stands twice or is of another type is an error, no default. */
final class Fields {
    private final String what;
    private final Map<String, @Nullable Object> values;

    private Fields(String what, Map<String, @Nullable Object> values) {
        this.what = what;
        this.values = values;
    }

    /** Reads the object that the cursor stands on. */
    static Fields read(JsonCursor cursor, String what) throws IOException {
        Map<String, @Nullable Object> values = new HashMap<>();
        cursor.object(what, name -> {
            if (values.containsKey(name)) {
                throw cursor.malformed("'" + name + "' stands twice in " + what);
            }
            values.put(name, value(cursor, what + "." + name));
        });
        return new Fields(what, values);
    }

    private static @Nullable Object value(JsonCursor cursor, String what) throws IOException {
        JsonToken token = cursor.token();
        if (token == null) {
            throw cursor.malformed(what + " is missing");
        }
        return switch (token) {
            case START_OBJECT -> read(cursor, what);
            case START_ARRAY -> elements(cursor, what);
            case VALUE_STRING -> cursor.textOrNull(what);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(cursor, what);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw cursor.malformed(what + " is unreadable");
        };
    }

    private static List<@Nullable Object> elements(JsonCursor cursor, String what) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        cursor.array(what, () -> elements.add(value(cursor, what + "[" + elements.size() + "]")));
        return elements;
    }

    /** A Long where it is a whole number, else a Double; one that neither can hold is refused. */
    private static Object number(JsonCursor cursor, String what) throws IOException {
        String text = String.valueOf(cursor.scalarOrNull(what));
        try {
            if (cursor.token() == JsonToken.VALUE_NUMBER_INT) {
                return Long.valueOf(text);
            }
            return finite(Double.parseDouble(text), cursor, what);
        } catch (NumberFormatException tooLarge) {
            throw cursor.malformed(what + " is out of range");
        }
    }

    private static Double finite(double value, JsonCursor cursor, String what) throws UnreadableReportException {
        if (!Double.isFinite(value)) {
            throw cursor.malformed(what + " is out of range");
        }
        return value;
    }

    /** True if it stands there and is not null. */
    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key) {
        return required(key, String.class, "a text");
    }

    /** JSON's null is one; the key itself must stand there. */
    @Nullable
    String textOrNull(String key) {
        return isNull(key) ? null : text(key);
    }

    long count(String key) {
        long count = required(key, Long.class, "a whole number");
        if (count < 0) {
            throw wrong(key, "not negative");
        }
        return count;
    }

    @Nullable
    Long countOrNull(String key) {
        return isNull(key) ? null : (Long) count(key);
    }

    /** Zero if it is left out. */
    long countOrZero(String key) {
        return has(key) ? count(key) : 0;
    }

    /** Null if it is left out. */
    @Nullable
    Double numberIfAny(String key) {
        return has(key) ? (Double) required(key, Number.class, "a number").doubleValue() : null;
    }

    /** Empty if it is left out. */
    Optional<Boolean> flagIfAny(String key) {
        return has(key) ? Optional.of(required(key, Boolean.class, "true or false")) : Optional.empty();
    }

    /** False if it is left out. */
    boolean flag(String key) {
        return flagIfAny(key).orElse(false);
    }

    Instant instant(String key) {
        return Instant.parse(text(key));
    }

    /** @throws IllegalArgumentException if it is not exactly one of the words that are written */
    Severity severity(String key) {
        String word = text(key);
        return Severity.ofWord(word)
                .filter(severity -> severity.word().equals(word))
                .orElseThrow(() -> wrong(key, "a severity"));
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        String word = text(key);
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        throw wrong(key, "one of " + Arrays.toString(type.getEnumConstants()));
    }

    Fields object(String key) {
        return required(key, Fields.class, "an object");
    }

    @Nullable
    Fields objectOrNull(String key) {
        return isNull(key) ? null : object(key);
    }

    List<Fields> objects(String key) {
        return list(key, Fields.class, "a list of objects");
    }

    List<String> texts(String key) {
        return list(key, String.class, "a list of texts");
    }

    /** The elements of the list; none if it is left out. */
    List<?> listIfAny(String key) {
        return has(key) ? list(key) : List.of();
    }

    List<?> list(String key) {
        return required(key, List.class, "a list");
    }

    private <T> List<T> list(String key, Class<T> type, String expected) {
        List<T> list = new ArrayList<>();
        for (Object each : required(key, List.class, expected)) {
            if (!type.isInstance(each)) {
                throw wrong(key, expected);
            }
            list.add(type.cast(each));
        }
        return list;
    }

    private boolean isNull(String key) {
        if (!values.containsKey(key)) {
            throw wrong(key, "there");
        }
        return values.get(key) == null;
    }

    private <T> T required(String key, Class<T> type, String expected) {
        Object value = values.get(key);
        if (!type.isInstance(value)) {
            throw wrong(key, expected);
        }
        return type.cast(value);
    }

    IllegalArgumentException wrong(String key, String expected) {
        return new IllegalArgumentException(what + "." + key + " is not " + expected);
    }
}
