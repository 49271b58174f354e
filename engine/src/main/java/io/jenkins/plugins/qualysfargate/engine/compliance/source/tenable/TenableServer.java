package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.http.Loopback;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import java.net.URI;
import java.time.Duration;

/**
 * Which Tenable.sc is asked, as whom, and for how long at most.
 *
 * @param address as people type it into a browser, with or without {@code /rest}; HTTPS, unless it is this machine
 * @param callTimeout for one call
 * @param lookTimeout for all calls of one look together
 * @param feedMaxAge older data about vulnerabilities makes its scans suspect, even if the server does not call it stale
 */
public record TenableServer(
        URI address, TenableLogin login, Duration callTimeout, Duration lookTimeout, Duration feedMaxAge) {
    private static final String REST = "/rest";

    /** @throws IllegalArgumentException if the address cannot be called safely */
    public TenableServer {
        String host = address.getHost();
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && host != null && Loopback.isHost(host));
        if (!safe || host == null || address.getUserInfo() != null || address.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "'" + Redaction.address(address)
                            + "' cannot be the address of a Tenable.sc: https://host[:port] without user and query is expected");
        }
    }

    /** A minute for a call, ten for a look, three days for a feed. */
    public static TenableServer of(URI address, TenableLogin login) {
        return new TenableServer(address, login, Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofDays(3));
    }

    /** The same with another age of feeds. */
    public TenableServer withFeedMaxAge(Duration other) {
        return new TenableServer(address, login, callTimeout, lookTimeout, other);
    }

    /** Base of the API; never ends in a slash. */
    URI rest() {
        String path = address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
        return URI.create(
                address.getScheme() + "://" + address.getRawAuthority() + path + (path.endsWith(REST) ? "" : REST));
    }

    /** @param resource begins with a slash and holds nothing that would need encoding */
    URI resource(String resource) {
        return URI.create(rest() + resource);
    }
}
