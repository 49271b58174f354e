package io.jenkins.plugins.qualysfargate.engine.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps hostile text within a length. */
public final class BoundedText {
    private BoundedText() {}

    /** The text, or its beginning and an ellipsis. */
    public static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** The text, or its beginning and its hash, so that two long texts that begin alike stay two. */
    public static String key(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        String hash = HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return text.substring(0, longest - hash.length() - 1) + "…" + hash;
    }

    /** A new SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
