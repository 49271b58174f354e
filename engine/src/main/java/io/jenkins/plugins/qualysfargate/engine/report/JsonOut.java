package io.jenkins.plugins.qualysfargate.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON document that is written as it goes; every text is made well-formed first, or the encoder would refuse it. */
public final class JsonOut implements Closeable {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonGenerator json;

    private JsonOut(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** For machines: no blanks, because in a long report they would be half of it. */
    public static JsonOut compact(OutputStream out) throws IOException {
        return new JsonOut(out);
    }

    /** For files of many small objects: compact, and each begins a line of its own. */
    public static JsonOut lines(OutputStream out) throws IOException {
        JsonOut made = new JsonOut(out);
        made.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        return made;
    }

    /** For people as well; the same bytes on every platform. */
    public static JsonOut indented(OutputStream out) throws IOException {
        JsonOut made = new JsonOut(out);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        made.json.setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        return made;
    }

    public JsonOut startObject() throws IOException {
        json.writeStartObject();
        return this;
    }

    public JsonOut startObject(String key) throws IOException {
        json.writeObjectFieldStart(key);
        return this;
    }

    public JsonOut endObject() throws IOException {
        json.writeEndObject();
        return this;
    }

    public JsonOut startArray(String key) throws IOException {
        json.writeArrayFieldStart(key);
        return this;
    }

    public JsonOut endArray() throws IOException {
        json.writeEndArray();
        return this;
    }

    /** A null is written as such: a reader sees that it is not known. */
    public JsonOut text(String key, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, SafeText.wellFormed(value.toString()));
        }
        return this;
    }

    /** Nothing at all is written for a null. */
    public JsonOut textIfKnown(String key, @Nullable Object value) throws IOException {
        return value == null ? this : text(key, value);
    }

    public JsonOut number(String key, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            json.writeNumberField(key, value);
        }
        return this;
    }

    public JsonOut number(String key, long value) throws IOException {
        json.writeNumberField(key, value);
        return this;
    }

    public JsonOut decimal(String key, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            json.writeNumberField(key, value);
        }
        return this;
    }

    public JsonOut flag(String key, boolean value) throws IOException {
        json.writeBooleanField(key, value);
        return this;
    }

    /** A null is written as such. */
    public JsonOut flag(String key, @Nullable Boolean value) throws IOException {
        return value == null ? text(key, null) : flag(key, value.booleanValue());
    }

    public JsonOut texts(String key, List<String> values) throws IOException {
        json.writeFieldName(key);
        return texts(values);
    }

    /** A list as an element of another one; a null in it is written as such. */
    public JsonOut texts(List<? extends @Nullable String> values) throws IOException {
        json.writeStartArray();
        for (String value : values) {
            if (value == null) {
                json.writeNull();
            } else {
                json.writeString(SafeText.wellFormed(value));
            }
        }
        json.writeEndArray();
        return this;
    }

    /** Hands on what was written so far, so that it can be looked at. */
    void flush() throws IOException {
        json.flush();
    }

    /** A list of numbers as an element of another one. */
    public JsonOut numbers(long... values) throws IOException {
        json.writeArray(values, 0, values.length);
        return this;
    }

    /** Ends the document with a line break and leaves the stream open. */
    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
