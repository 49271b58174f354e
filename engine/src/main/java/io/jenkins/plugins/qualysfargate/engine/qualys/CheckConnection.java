package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tries a login on a platform, once and at once, so that a mistake shows before a scan meets it. It changes nothing there. */
public final class CheckConnection {
    private static final String CONTAINER_SECURITY = "CS";
    // RFC 6750, section 2.1.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final Transport transport;
    private final Clock clock;
    private final Duration callTimeout;

    CheckConnection(Transport transport, Clock clock, Duration callTimeout) {
        this.transport = transport;
        this.clock = clock;
        this.callTimeout = callTimeout;
    }

    /**
     * Over this proxy and with these certificates. Each of its two calls at most takes half a minute, and none is repeated.
     *
     * @param clock tells whether a token has expired
     */
    public static CheckConnection create(HttpSettings http, Clock clock) {
        Transport once = Transport.withoutRedirects(http.withRetry(RetrySettings.NEVER), clock);
        return new CheckConnection(once, clock, Gateway.CALL_TIMEOUT);
    }

    /** Asks the platform. */
    public ConnectionOutcome check(QualysPlatform platform, QualysLogin login) throws InterruptedException {
        return login.<Check>fold(
                        fixed -> () -> fixed(platform, fixed.token()), client -> () -> client(platform, client))
                .run();
    }

    @FunctionalInterface
    private interface Check {
        ConnectionOutcome run() throws InterruptedException;
    }

    private ConnectionOutcome fixed(QualysPlatform platform, Credential token) throws InterruptedException {
        if (!TOKEN.matcher(token.value()).matches()) {
            return new ConnectionOutcome.Refused(
                    "The access token holds characters that no token has, so it was not sent.",
                    "Look for line breaks, blanks or quotes around it.");
        }
        try {
            return probe(gateway(platform, List.of(token.value())), platform, token, true);
        } catch (GatewayException e) {
            return outcome(e);
        }
    }

    private ConnectionOutcome client(QualysPlatform platform, QualysLogin.ClientCredentials client)
            throws InterruptedException {
        try {
            Gateway before = gateway(platform, List.of(client.secret().value()));
            Credential token = before.ask(new FetchAccessToken(client));
            Gateway after = gateway(platform, List.of(client.secret().value(), token.value()));
            return probe(after, platform, token, false);
        } catch (GatewayException e) {
            return outcome(e);
        }
    }

    private Gateway gateway(QualysPlatform platform, List<String> secrets) {
        return new Gateway(platform, transport, callTimeout, Redaction.of(secrets));
    }

    private ConnectionOutcome probe(Gateway gateway, QualysPlatform platform, Credential token, boolean fixed)
            throws GatewayException, InterruptedException {
        Optional<WebToken> says = WebToken.read(token.value());
        Instant expiry = says.map(WebToken::expiry).orElse(null);
        boolean expired = expiry != null && !clock.instant().isBefore(expiry);
        gateway.ask(new ProbeImages(token, fixed, expired ? expiry : null));
        return new ConnectionOutcome.Connected(platform, expiry, remarks(says.orElse(null), expired));
    }

    private static List<String> remarks(@Nullable WebToken says, boolean expired) {
        List<String> remarks = new ArrayList<>();
        if (says == null) {
            remarks.add("The access token is no JSON Web Token, so when it expires cannot be told.");
        } else if (says.lacks(CONTAINER_SECURITY)) {
            remarks.add(
                    "The access token's claim modulesAllowed lacks CS: check that the account has Container Security,"
                            + " without which scans are refused.");
        }
        if (expired) {
            remarks.add(
                    "By the clock of this machine the access token has expired, and Qualys accepts it: check the clock.");
        }
        return remarks;
    }

    private static ConnectionOutcome outcome(GatewayException failure) {
        return failure.refused()
                ? new ConnectionOutcome.Refused(failure.situation(), failure.howToFix())
                : new ConnectionOutcome.Unreachable(failure.situation(), failure.howToFix());
    }
}
