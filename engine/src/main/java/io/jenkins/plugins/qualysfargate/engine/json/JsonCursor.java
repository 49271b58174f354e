package io.jenkins.plugins.qualysfargate.engine.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document that only moves forward. Readers get the value's token, and must consume the value or skip
 * it; a value of the wrong type is an {@link UnreadableReportException} that names file, line and column.
 */
public final class JsonCursor {
    private static final String REPEAT =
            "Run the scan again; if it happens again, keep the file and report it to the" + " vendor of the scanner.";

    static final long EXAMINE_ALL = -1;

    private final Path file;
    private final JsonParser parser;
    private final CountingInputStream source;
    private final int longestText;
    private final long suspiciousBytes;
    private long takenBefore;

    /** @param suspiciousBytes a token that takes more is not skipped but examined; {@link #EXAMINE_ALL} to examine every text */
    JsonCursor(Path file, JsonParser parser, CountingInputStream source, int longestText, long suspiciousBytes) {
        this.file = file;
        this.parser = parser;
        this.source = source;
        this.longestText = longestText;
        this.suspiciousBytes = suspiciousBytes;
    }

    /** Handles one field: the cursor stands on its value, which the handler consumes or skips. */
    @FunctionalInterface
    public interface FieldHandler {
        void field(String name) throws IOException;
    }

    /** Handles one element: the cursor stands on its first token. */
    @FunctionalInterface
    public interface ElementHandler {
        void element() throws IOException;
    }

    /** Moves to the next token; null at the end of the document. */
    public @Nullable JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (suspiciousBytes == EXAMINE_ALL) {
            return examined(token);
        }
        // Counted from token to token, because the parser reads a text only when it is asked for it, or passes over it.
        long taken = source.count();
        if (taken - takenBefore > suspiciousBytes) {
            throw new ExactReadNeededException();
        }
        takenBefore = taken;
        return token;
    }

    /** The parser checks the length of a text only roughly, and not at all when it skips one. */
    private @Nullable JsonToken examined(@Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING && parser.getTextLength() > longestText) {
            throw new StreamConstraintsException(
                    "a text has " + parser.getTextLength() + " characters, at most " + longestText + " are read");
        }
        return token;
    }

    /** The token that the cursor stands on. */
    public @Nullable JsonToken token() {
        return parser.currentToken();
    }

    /** Reads the object that the cursor stands on, up to its closing brace. */
    public void object(String what, FieldHandler handler) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrongType(what, "an object");
        }
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            handler.field(name);
        }
    }

    /** Reads the array that the cursor stands on, up to its closing bracket. */
    public void array(String what, ElementHandler handler) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrongType(what, "an array");
        }
        while (next() != JsonToken.END_ARRAY) {
            handler.element();
        }
    }

    /** Passes over the value that the cursor stands on, whatever it is. */
    public void skip() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isStructStart()) {
            return;
        }
        int open = 1;
        while (open > 0) {
            JsonToken inner = next();
            if (inner == null) {
                throw malformed("the document ends inside a value");
            }
            if (inner.isStructStart()) {
                open++;
            } else if (inner.isStructEnd()) {
                open--;
            }
        }
    }

    /** True if the cursor stands on {@code null}. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** The text that the cursor stands on; null for JSON's null. */
    public @Nullable String textOrNull(String what) throws IOException {
        if (isNull()) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(what, "a text");
        }
        return parser.getText();
    }

    /** True if the cursor stands on exactly this text; no String is made of what stands there. */
    public boolean textIs(String expected) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() != expected.length()) {
            return false;
        }
        char[] chars = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        for (int i = 0; i < expected.length(); i++) {
            if (chars[offset + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text that the cursor stands on; {@code otherwise} for anything else, which is passed over. */
    public String textOr(String otherwise) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        skip();
        return otherwise;
    }

    /**
     * The digest that the cursor stands on, with or without a name and {@code @} before it; null for an empty text and for
     * JSON's null, which say nothing.
     */
    public @Nullable Digest digestOrNull(String what) throws IOException {
        String text = textOrNull(what);
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Digest.parse(text.substring(text.indexOf('@') + 1))
                .orElseThrow(() -> malformed(what + " is not a digest"));
    }

    /** The text or number that the cursor stands on, as it is written; null for JSON's null. */
    public @Nullable String scalarOrNull(String what) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getText();
        }
        return textOrNull(what);
    }

    /** The parser itself, for readers that must not copy: they must not move it. */
    public JsonParser parser() {
        return parser;
    }

    /** The document is not what a report looks like. */
    public UnreadableReportException malformed(String problem) {
        return new UnreadableReportException(
                IndeterminateCause.MALFORMED_REPORT, "Cannot judge " + where() + ": " + problem + ".", REPEAT);
    }

    /** The scanner itself says that it did not finish. */
    public UnreadableReportException incomplete(String problem, String howToFix) {
        return new UnreadableReportException(
                IndeterminateCause.INCOMPLETE_SCAN, "Cannot judge " + file + ": " + problem + ".", howToFix);
    }

    private UnreadableReportException wrongType(String what, String expected) {
        JsonToken token = parser.currentToken();
        return malformed(what + " must be " + expected + ", but it is " + describe(token));
    }

    private static String describe(@Nullable JsonToken token) {
        if (token == null) {
            return "missing: the document ends here";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "unreadable";
        };
    }

    private String where() {
        var location = parser.currentTokenLocation();
        return file + " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
