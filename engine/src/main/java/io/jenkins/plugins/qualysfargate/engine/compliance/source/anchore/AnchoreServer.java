package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import java.net.URI;
import java.time.Duration;

/**
 * One Anchore and how it is asked.
 *
 * @param base ends in {@code /v2} (Anchore Enterprise 4.9 and later) or {@code /v1} (Anchore Engine)
 * @param callTimeout of one call
 * @param lookTimeout of all calls of a look together
 */
public record AnchoreServer(URI base, AnchoreLogin login, Duration callTimeout, Duration lookTimeout) {
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException if the address is none, or does not say which API it is */
    public AnchoreServer {
        String path = base.getPath() == null ? "" : base.getPath();
        boolean address = ("https".equals(base.getScheme()) || "http".equals(base.getScheme()))
                && base.getHost() != null
                && base.getUserInfo() == null
                && base.getQuery() == null
                && base.getFragment() == null;
        if (!address || !(path.endsWith("/v2") || path.endsWith("/v1"))) {
            throw new IllegalArgumentException("'" + (base.getUserInfo() == null ? base : base.getHost())
                    + "' is no address of an Anchore API: https://host[:port]/v2 (Enterprise) or …/v1 (Engine) is"
                    + " expected, without user, query and ending slash");
        }
    }

    /** With the usual bounds: half a minute for a call, five minutes for a look. */
    public static AnchoreServer of(URI base, AnchoreLogin login) {
        return new AnchoreServer(base, login, CALL, LOOK);
    }

    /** True for Anchore Enterprise, which writes names with underscores and single things without a list around them. */
    boolean v2() {
        return base.getPath().endsWith("/v2");
    }

    /** @param path begins with a slash and is encoded */
    URI resource(String path) {
        return URI.create(base + path);
    }
}
