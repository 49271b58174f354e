package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.Body;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes from a registry whose digest was computed here.
 *
 * @param mediaType of the {@code Content-Type} header, without parameters; empty where there is none
 */
record Content(Digest digest, String mediaType, Body body) {

    /**
     * Checks what was received against what was asked for and against what the registry says that it sent.
     *
     * @param expected null if it was asked for by tag
     * @throws UnresolvedException if they differ
     */
    static Content checked(String action, @Nullable Digest expected, HttpAnswer answer) throws UnresolvedException {
        Digest computed = digest(answer.body());
        if (expected != null && !expected.equals(computed)) {
            throw mismatch(action, "what came has the digest " + computed + " instead of " + expected);
        }
        String said = answer.header("docker-content-digest").orElse(computed.value());
        if (!said.equals(computed.value())) {
            throw mismatch(
                    action,
                    "the registry says that it sent " + ForeignText.quote(said) + ", and what came has the digest "
                            + computed);
        }
        String type = answer.header("content-type").orElse("");
        int semicolon = type.indexOf(';');
        return new Content(computed, (semicolon < 0 ? type : type.substring(0, semicolon)).strip(), answer.body());
    }

    private static UnresolvedException mismatch(String action, String what) {
        return new UnresolvedException(
                "Could not " + action + ": " + what + ".",
                "Do not use this image: the registry, or something between it and this machine, gives other content than"
                        + " it names. Try again without proxy or mirror, then ask the registry's operator.");
    }

    private static Digest digest(Body body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(body.open(), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return new Digest("sha256:" + HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can always be read", e);
        }
    }
}
