package io.jenkins.plugins.qualysfargate.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON document that is written as it goes; every text is made well-formed first, or the encoder would refuse it. */
final class JsonOut implements Closeable {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonGenerator json;

    private JsonOut(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** For machines: no blanks, because in a long report they would be half of it. */
    static JsonOut compact(OutputStream out) throws IOException {
        return new JsonOut(out);
    }

    /** For people as well; the same bytes on every platform. */
    static JsonOut indented(OutputStream out) throws IOException {
        JsonOut made = new JsonOut(out);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        made.json.setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        return made;
    }

    JsonOut startObject() throws IOException {
        json.writeStartObject();
        return this;
    }

    JsonOut startObject(String key) throws IOException {
        json.writeObjectFieldStart(key);
        return this;
    }

    JsonOut endObject() throws IOException {
        json.writeEndObject();
        return this;
    }

    JsonOut startArray(String key) throws IOException {
        json.writeArrayFieldStart(key);
        return this;
    }

    JsonOut endArray() throws IOException {
        json.writeEndArray();
        return this;
    }

    /** A null is written as such: a reader sees that it is not known. */
    JsonOut text(String key, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, SafeText.wellFormed(value.toString()));
        }
        return this;
    }

    /** Nothing at all is written for a null. */
    JsonOut textIfKnown(String key, @Nullable Object value) throws IOException {
        return value == null ? this : text(key, value);
    }

    JsonOut number(String key, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            json.writeNumberField(key, value);
        }
        return this;
    }

    JsonOut number(String key, long value) throws IOException {
        json.writeNumberField(key, value);
        return this;
    }

    JsonOut decimal(String key, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            json.writeNumberField(key, value);
        }
        return this;
    }

    JsonOut flag(String key, boolean value) throws IOException {
        json.writeBooleanField(key, value);
        return this;
    }

    JsonOut texts(String key, List<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (String value : values) {
            json.writeString(SafeText.wellFormed(value));
        }
        json.writeEndArray();
        return this;
    }

    /** Hands on what was written so far, so that it can be looked at. */
    void flush() throws IOException {
        json.flush();
    }

    /** Ends the document with a line break and leaves the stream open. */
    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
