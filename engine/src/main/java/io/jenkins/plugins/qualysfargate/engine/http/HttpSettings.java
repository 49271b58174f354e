package io.jenkins.plugins.qualysfargate.engine.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls leave this machine.
 *
 * @param connectTimeout until a connection stands
 * @param caFile PEM file with certificates that are trusted besides those of the Java runtime; null for none
 */
public record HttpSettings(
        Duration connectTimeout,
        ProxySettings proxy,
        @Nullable Path caFile,
        RetrySettings retry) {

    /** No proxy, the Java runtime's certificates, 10 seconds to connect, the usual retry. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(10), ProxySettings.NONE, null, RetrySettings.DEFAULT);

    /** The same with another proxy. */
    public HttpSettings withProxy(ProxySettings other) {
        return new HttpSettings(connectTimeout, other, caFile, retry);
    }

    /** The same with another file of certificates. */
    public HttpSettings withCaFile(@Nullable Path other) {
        return new HttpSettings(connectTimeout, proxy, other, retry);
    }

    /** The same with another retry. */
    public HttpSettings withRetry(RetrySettings other) {
        return new HttpSettings(connectTimeout, proxy, caFile, other);
    }
}
