package io.jenkins.plugins.qualysfargate.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one script and the one style of every page. They are constants of this library, so that a hoster can allow exactly
 * them; their hashes are computed from what is really written.
 */
record PageAssets(String style, String script) {

    static PageAssets load() throws IOException {
        return new PageAssets(resource("report.css"), resource("report.js"));
    }

    /** Allows this script and this style and nothing else: no network, no form, no frame, no handler. */
    String policy() {
        return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one says it has not.", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The page's " + name + " is not in this library's jar; the build is broken.");
            }
            // A browser hashes what it parsed, and parsing turns CR LF into LF.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
