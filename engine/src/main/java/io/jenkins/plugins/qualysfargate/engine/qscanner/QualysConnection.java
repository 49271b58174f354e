package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How QScanner reaches its back end.
 *
 * @param proxy {@code http(s)://host:port}; null to follow the proxy variables of the environment, which is also the way
 *     for a proxy that wants a password, because this one is visible in the process list
 */
public record QualysConnection(
        QualysPlatform platform,
        TokenSource tokens,
        @Nullable URI proxy) {

    /** @throws IllegalArgumentException if the proxy is no http(s) address, or carries a user */
    public QualysConnection {
        if (proxy != null) {
            if (proxy.getHost() == null || !("http".equals(proxy.getScheme()) || "https".equals(proxy.getScheme()))) {
                throw new IllegalArgumentException(
                        "the proxy for QScanner must be http://host:port or https://host:port");
            }
            if (proxy.getUserInfo() != null) {
                throw new IllegalArgumentException("the proxy for QScanner must not carry a user and password, because "
                        + "they would show in the process list; set them in HTTPS_PROXY in the environment instead");
            }
        }
    }
}
