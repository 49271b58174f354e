package io.jenkins.plugins.qualysfargate.engine.aws;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How AWS is called.
 *
 * @param region for example {@code eu-central-1}; null for the one that the environment, the shared files or the instance
 *     name
 * @param role assumed before anything else is called; null to call with the login as it is
 * @param endpoint called instead of every service's own address, for interface endpoints and for tests; null for AWS'
 *     addresses
 * @param http proxy, certificates, time to connect
 * @param callTimeout from the first attempt of a call to the end of its last one
 * @param attemptTimeout of one attempt
 * @param attempts of one call, at least 1; repeated after throttling, failures of the service and lost connections
 */
public record AwsSettings(
        @Nullable String region,
        AwsLogin login,
        @Nullable AssumedRole role,
        @Nullable URI endpoint,
        HttpSettings http,
        Duration callTimeout,
        Duration attemptTimeout,
        int attempts) {

    /** The environment's region and login, AWS' own addresses, a minute for each call. */
    public static final AwsSettings DEFAULT = new AwsSettings(
            null,
            new AwsLogin.DefaultChain(),
            null,
            null,
            HttpSettings.DEFAULT,
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            6);

    /** @throws IllegalArgumentException if the bounds cannot be kept together, or the endpoint cannot be called */
    public AwsSettings {
        if (attempts < 1 || attemptTimeout.isNegative() || attemptTimeout.isZero()) {
            throw new IllegalArgumentException("a call has at least one attempt and some time for it, not " + attempts
                    + " attempts of " + attemptTimeout);
        }
        if (callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException(
                    "a call takes at least as long as one attempt, not " + callTimeout + " and " + attemptTimeout);
        }
        if (endpoint != null && (endpoint.getHost() == null || !isHttp(endpoint))) {
            throw new IllegalArgumentException("'" + endpoint + "' is no endpoint: http(s)://host[:port] is expected");
        }
    }

    private static boolean isHttp(URI address) {
        return "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    }

    /** @param other null for the environment's */
    public AwsSettings inRegion(@Nullable String other) {
        return new AwsSettings(other, login, role, endpoint, http, callTimeout, attemptTimeout, attempts);
    }

    public AwsSettings as(AwsLogin other) {
        return new AwsSettings(region, other, role, endpoint, http, callTimeout, attemptTimeout, attempts);
    }

    /** @param other null to assume none */
    public AwsSettings assuming(@Nullable AssumedRole other) {
        return new AwsSettings(region, login, other, endpoint, http, callTimeout, attemptTimeout, attempts);
    }

    /** @param other null for AWS' own addresses */
    public AwsSettings at(@Nullable URI other) {
        return new AwsSettings(region, login, role, other, http, callTimeout, attemptTimeout, attempts);
    }

    public AwsSettings over(HttpSettings other) {
        return new AwsSettings(region, login, role, endpoint, other, callTimeout, attemptTimeout, attempts);
    }

    public AwsSettings bounded(Duration call, Duration attempt, int most) {
        return new AwsSettings(region, login, role, endpoint, http, call, attempt, most);
    }
}
