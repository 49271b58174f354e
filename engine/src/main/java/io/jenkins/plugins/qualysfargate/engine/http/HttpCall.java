package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call over HTTP, with its own bounds.
 *
 * @param method in capitals, for example {@code GET}
 * @param uri {@code http} or {@code https}, with a host and without user information
 * @param headers names in lower case
 * @param body sent as UTF-8; null for none
 * @param timeout from the start of one attempt to the last byte of its answer
 * @param maxBodyBytes a longer answer is an error
 */
public record HttpCall(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        Duration timeout,
        int maxBodyBytes) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final int DEFAULT_MAX_BODY_BYTES = 4 << 20;

    /** @throws IllegalArgumentException if the address cannot be called */
    public HttpCall {
        headers = lowerCased(headers);
        String scheme = uri.getScheme();
        if (!("https".equals(scheme) || "http".equals(scheme)) || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("'" + Redaction.address(uri)
                    + "' cannot be called: http(s)://host[:port]/path without user information is expected");
        }
    }

    /** A GET that may take 30 seconds and bring 4 MiB. */
    public static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, Map.of(), null, DEFAULT_TIMEOUT, DEFAULT_MAX_BODY_BYTES);
    }

    /** A POST that may take 30 seconds and bring 4 MiB. */
    public static HttpCall post(URI uri, String contentType, String body) {
        return new HttpCall(
                "POST", uri, Map.of("content-type", contentType), body, DEFAULT_TIMEOUT, DEFAULT_MAX_BODY_BYTES);
    }

    /** A PUT that may take 30 seconds and bring 4 MiB. */
    public static HttpCall put(URI uri, String contentType, String body) {
        return new HttpCall(
                "PUT", uri, Map.of("content-type", contentType), body, DEFAULT_TIMEOUT, DEFAULT_MAX_BODY_BYTES);
    }

    /** The same call with one header set. */
    public HttpCall header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new HttpCall(method, uri, more, body, timeout, maxBodyBytes);
    }

    /** The same call without one header. */
    public HttpCall withoutHeader(String name) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(name.toLowerCase(Locale.ROOT));
        return new HttpCall(method, uri, fewer, body, timeout, maxBodyBytes);
    }

    /** The same call to another address. */
    public HttpCall to(URI other) {
        return new HttpCall(method, other, headers, body, timeout, maxBodyBytes);
    }

    /** The same call with another limit of time. */
    public HttpCall within(Duration limit) {
        return new HttpCall(method, uri, headers, body, limit, maxBodyBytes);
    }

    /** The same call with another limit of size. */
    public HttpCall atMost(int bytes) {
        return new HttpCall(method, uri, headers, body, timeout, bytes);
    }

    /** True if sending it twice does no more than sending it once, so that it may be repeated. */
    public boolean repeatable() {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static Map<String, String> lowerCased(Map<String, String> headers) {
        Map<String, String> result = new TreeMap<>();
        headers.forEach((name, value) -> result.put(name.toLowerCase(Locale.ROOT), value));
        return Map.copyOf(result);
    }

    /** Method and address for messages: headers, body and query stay out, because secrets travel there. */
    @Override
    public String toString() {
        return method + " " + Redaction.address(uri);
    }
}
