package io.jenkins.plugins.qualysfargate.engine.sarif;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One text of the document as UTF-8, taken without making a String of it; the same object takes the next one. */
final class Text {
    private byte[] bytes = new byte[48];
    private int length;
    private boolean present;

    /** False until a text is taken, and again after JSON's null. */
    boolean present() {
        return present;
    }

    boolean isBlank() {
        return !present || length == 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        present = false;
        length = 0;
    }

    /** Takes the text or number that the cursor stands on; anything but a scalar or null is refused. */
    void take(JsonCursor cursor, String what) throws IOException {
        clear();
        JsonToken token = cursor.token();
        if (token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT) {
            JsonParser parser = cursor.parser();
            encode(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } else if (cursor.scalarOrNull(what) == null) {
            return;
        }
        present = true;
    }

    /** Takes the text that the cursor stands on; anything else clears it and is passed over. */
    void takeIfText(JsonCursor cursor) throws IOException {
        if (cursor.token() == JsonToken.VALUE_STRING || cursor.token() == JsonToken.VALUE_NUMBER_INT) {
            take(cursor, "");
        } else {
            clear();
            cursor.skip();
        }
    }

    void set(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes = encoded.length > bytes.length ? encoded : bytes;
        System.arraycopy(encoded, 0, bytes, 0, encoded.length);
        length = encoded.length;
        present = true;
    }

    void set(Text other) {
        if (bytes.length < other.length) {
            bytes = new byte[other.bytes.length];
        }
        System.arraycopy(other.bytes, 0, bytes, 0, other.length);
        length = other.length;
        present = other.present;
    }

    private void encode(char[] chars, int offset, int count) {
        if (bytes.length < count) {
            bytes = new byte[Math.max(count, bytes.length * 2)];
        }
        byte[] target = bytes;
        int seen = 0;
        for (int i = 0; i < count; i++) {
            char next = chars[offset + i];
            seen |= next;
            target[i] = (byte) next;
        }
        length = count;
        if (seen >= 0x80) {
            set(new String(chars, offset, count));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
