package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SHA-256 content digest in the form {@code sha256:} and 64 lower-case hex digits; one that exists is well-formed.
 *
 * @param value the whole text, algorithm included
 */
public record Digest(String value) {
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the text is no SHA-256 digest */
    public Digest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a digest: sha256: and 64 lower-case hex digits are expected");
        }
    }

    /** Reads a digest with or without its {@code sha256:} prefix, as scanners write both; empty if it is none. */
    public static Optional<Digest> parse(String text) {
        if (HEX.matcher(text).matches()) {
            return Optional.of(new Digest("sha256:" + text));
        }
        return FORM.matcher(text).matches() ? Optional.of(new Digest(text)) : Optional.empty();
    }

    /** The 64 hex digits without the algorithm. */
    public String hex() {
        return value.substring("sha256:".length());
    }

    @Override
    public String toString() {
        return value;
    }
}
