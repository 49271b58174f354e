package io.jenkins.plugins.qualysfargate.engine.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Web Token (RFC 7519) says of itself. Nothing of it is verified, because only Qualys can do that: it may
 * inform a person or make a token be asked for earlier, and prove nothing.
 *
 * @param expiry null if it names none that makes sense
 * @param modules what the account may use; null if it does not say
 */
record WebToken(@Nullable Instant expiry, @Nullable List<String> modules) {
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]++)\\.([A-Za-z0-9_-]++)\\.[A-Za-z0-9_-]++");
    // The end of the year 9999; what lies beyond is no date that anybody means.
    private static final long LATEST_SECOND = 253_402_300_799L;

    WebToken {
        modules = modules == null ? null : List.copyOf(modules);
    }

    /** Empty if it is none: three parts in base64url, the first of which is a JSON object. */
    static Optional<WebToken> read(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches() || object(parts.group(1)) == null) {
            return Optional.empty();
        }
        JsonNode claims = object(parts.group(2));
        return Optional.of(
                claims == null ? new WebToken(null, null) : new WebToken(expiry(claims.path("exp")), modules(claims)));
    }

    /** True if it says what the account may use, and this is not among it. */
    boolean lacks(String module) {
        return modules != null && !modules.contains(module);
    }

    private static @Nullable JsonNode object(String part) {
        try {
            return SmallJson.read(
                    new ByteArrayInputStream(Base64.getUrlDecoder().decode(part)));
        } catch (IllegalArgumentException | SmallJson.NotReadable e) {
            return null;
        }
    }

    private static @Nullable Instant expiry(JsonNode exp) {
        boolean date = exp.isNumber() && exp.doubleValue() >= 0 && exp.doubleValue() <= LATEST_SECOND;
        return date ? Instant.ofEpochSecond(exp.longValue()) : null;
    }

    /** Seen as a list; a text is read too, because one public client expects that. */
    private static @Nullable List<String> modules(JsonNode claims) {
        JsonNode allowed = claims.path("modulesAllowed");
        if (allowed.isTextual()) {
            return List.of(allowed.textValue().split("[\\s,;\\[\\]\"]+"));
        }
        if (!allowed.isArray()) {
            return null;
        }
        List<String> modules = new ArrayList<>();
        allowed.forEach(each -> modules.add(each.asText()));
        return modules;
    }
}
