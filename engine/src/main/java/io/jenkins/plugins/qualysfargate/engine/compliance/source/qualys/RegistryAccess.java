package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import java.time.Duration;

/**
 * How a Qualys platform is asked about registries.
 *
 * @param tokens gives a token for each look
 * @param transport must not follow redirects: the token must not go elsewhere
 * @param callTimeout of one call
 * @param lookTimeout of all calls of a look together, with what the platform makes us wait
 */
public record RegistryAccess(
        QualysPlatform platform, TokenSource tokens, Transport transport, Duration callTimeout, Duration lookTimeout) {
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMinutes(10);

    /** With the usual bounds: half a minute for a call, ten minutes for a look. */
    public static RegistryAccess of(QualysPlatform platform, TokenSource tokens, Transport transport) {
        return new RegistryAccess(platform, tokens, transport, CALL, LOOK);
    }
}
