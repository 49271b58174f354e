package io.jenkins.plugins.qualysfargate.engine.sarif;

import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the ways in which scanners write a severity. What is written and not understood is UNKNOWN, never absent. */
final class SeverityReader {
    private SeverityReader() {}

    /** A Qualys severity, 1 to 5 as number or text, or a severity word; null only if the value is null. */
    static @Nullable Severity severity(JsonCursor cursor) throws IOException {
        return switch (tokenOf(cursor)) {
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> ofInteger(cursor);
            case VALUE_STRING -> ofText(cursor.parser().getText().strip());
            case VALUE_NUMBER_FLOAT -> ofNumber(cursor.parser().getDoubleValue());
            default -> {
                cursor.skip();
                yield Severity.UNKNOWN;
            }
        };
    }

    /** SARIF 3.27.10: the level of a result; null only if the value is null. */
    static @Nullable Severity level(JsonCursor cursor) throws IOException {
        if (cursor.textIs("error")) {
            return Severity.CRITICAL;
        }
        if (cursor.textIs("warning")) {
            return Severity.MEDIUM;
        }
        if (cursor.textIs("note")) {
            return Severity.LOW;
        }
        if (cursor.textIs("none")) {
            return Severity.INFORMATIONAL;
        }
        String level = cursor.textOrNull("level");
        return level == null ? null : Severity.ofWord(level).orElse(Severity.UNKNOWN);
    }

    /** A score as number or text; null if it is none. */
    static @Nullable Double score(JsonCursor cursor) throws IOException {
        return switch (tokenOf(cursor)) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(cursor.parser().getDoubleValue());
            case VALUE_STRING -> number(cursor.parser().getText().strip());
            default -> {
                cursor.skip();
                yield null;
            }
        };
    }

    private static JsonToken tokenOf(JsonCursor cursor) throws IOException {
        var token = cursor.token();
        if (token == null) {
            throw cursor.malformed("the document ends where a value is expected");
        }
        return token;
    }

    private static Severity ofInteger(JsonCursor cursor) throws IOException {
        NumberType type = cursor.parser().getNumberType();
        return type == NumberType.BIG_INTEGER
                ? Severity.UNKNOWN
                : Severity.ofQualys(cursor.parser().getLongValue());
    }

    private static Severity ofText(String text) {
        Double number = number(text);
        return number == null ? Severity.ofWord(text).orElse(Severity.UNKNOWN) : ofNumber(number);
    }

    private static Severity ofNumber(double value) {
        return value == Math.rint(value) && Math.abs(value) < 100 ? Severity.ofQualys((long) value) : Severity.UNKNOWN;
    }

    private static @Nullable Double number(String text) {
        if (text.isEmpty() || text.length() > 20 || !startsLikeNumber(text.charAt(0))) {
            return null;
        }
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static boolean startsLikeNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '.' || first == '+';
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
