package io.jenkins.plugins.qualysfargate.engine.qualys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Access tokens for tests; no platform would accept one. */
public final class Tokens {
    private Tokens() {}

    /** One with the module CS. */
    public static String until(Instant expiry) {
        return withClaims("{\"sub\": \"nobody\", \"exp\": %d, \"modulesAllowed\": [\"VM\", \"CS\"]}"
                .formatted(expiry.getEpochSecond()));
    }

    public static String withClaims(String claims) {
        return part("{\"alg\": \"RS256\", \"typ\": \"JWT\"}") + "." + part(claims) + "." + part("no signature");
    }

    static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
