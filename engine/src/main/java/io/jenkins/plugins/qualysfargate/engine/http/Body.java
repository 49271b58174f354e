package io.jenkins.plugins.qualysfargate.engine.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of an answer exactly as they came; they never change. */
public final class Body {
    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A body with a copy of these bytes. */
    public static Body of(byte[] bytes) {
        return new Body(bytes.clone());
    }

    /** A body with this text in UTF-8. */
    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** The bytes from the first on; each call starts anew. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** The bytes read as UTF-8; what is none becomes the replacement character. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
