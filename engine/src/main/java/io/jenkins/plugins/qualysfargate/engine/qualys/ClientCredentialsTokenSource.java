package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin.ClientCredentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gets a token with client id and secret, and gives it out again only while it is sure to outlive the next scan. */
public final class ClientCredentialsTokenSource implements TokenSource {
    /** Half of the four hours that a token lives: scans are shorter than that. */
    static final Duration MARGIN = Duration.ofHours(2);
    /** The other half, in case this machine's clock is behind and the expiry only seems far away. */
    static final Duration LONGEST_USE = Duration.ofHours(2);

    private final Gateway gateway;
    private final FetchAccessToken question;
    private final Clock clock;
    private @Nullable Held held;

    ClientCredentialsTokenSource(Gateway gateway, ClientCredentials client, Clock clock) {
        this.gateway = gateway;
        this.question = new FetchAccessToken(client);
        this.clock = clock;
    }

    /** Over this proxy and with these certificates; nothing is asked before the first token is. */
    public static TokenSource create(
            QualysPlatform platform, ClientCredentials client, HttpSettings http, Clock clock) {
        Gateway gateway = new Gateway(
                platform,
                Transport.withoutRedirects(http, clock),
                Gateway.CALL_TIMEOUT,
                Redaction.of(List.of(client.secret().value())));
        return new ClientCredentialsTokenSource(gateway, client, clock);
    }

    @Override
    public synchronized Credential token() throws TokenUnavailableException, InterruptedException {
        if (held == null || !held.usable(clock.instant())) {
            held = null;
            try {
                held = Held.of(gateway.ask(question), clock.instant());
            } catch (GatewayException e) {
                throw new TokenUnavailableException(e.situation(), e.howToFix(), e.refused(), e);
            }
        }
        return held.token();
    }

    @Override
    public synchronized void discard() {
        held = null;
    }

    private record Held(Credential token, Instant since, Instant until) {
        static Held of(Credential token, Instant now) {
            Instant longest = now.plus(LONGEST_USE);
            Instant soonest = WebToken.read(token.value())
                    .map(WebToken::expiry)
                    .map(expiry -> expiry.minus(MARGIN))
                    .orElse(now);
            return new Held(token, now, soonest.isBefore(longest) ? soonest : longest);
        }

        /** A clock that was set back proves nothing. */
        boolean usable(Instant now) {
            return !now.isBefore(since) && now.isBefore(until);
        }
    }
}
