package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ClockSkew;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Patience;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.qualys.GatewayAddress;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts the questions of one look, within its time: waits when the platform asks for it, gets a new token once if one is not
 * accepted. Used by one thread.
 */
final class RegistryClient {
    static final String BASE = "/csapi/v1.3";
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_WAITS = 5;
    private static final int TOO_MANY = 429;
    /** The limits of the platform count calls of a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final RegistryAccess access;
    private final LoginBudget budget;
    private final Clock clock;
    private final Patience patience;
    private final URI gateway;
    private final ClockSkew skew = new ClockSkew();
    // Measured by a clock that nobody sets; what is waited for is added by hand, because a test may pass it in no time.
    private final long started = System.nanoTime();
    private Duration waited = Duration.ZERO;
    private int waits;

    RegistryClient(RegistryAccess access, LoginBudget budget, Clock clock, Patience patience) {
        this.access = access;
        this.budget = budget;
        this.clock = clock;
        this.patience = patience;
        this.gateway = GatewayAddress.of(access.platform());
    }

    /**
     * The JSON of a good answer; null if the platform says that there is nothing.
     *
     * @param path after the base, with its encoded query
     */
    @Nullable
    JsonNode get(String action, String path) throws BlindException {
        RegistryAdvice advice = advice(action);
        HttpAnswer answer = answer(path, advice);
        if (answer.status() == 204) {
            return null;
        }
        if (!answer.successful()) {
            throw advice.refused(answer);
        }
        try {
            return SmallJson.readAny(answer.body().open());
        } catch (SmallJson.NotReadable unreadable) {
            throw advice.unusable(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private HttpAnswer answer(String path, RegistryAdvice advice) throws BlindException {
        HttpAnswer answer = patiently(path, advice);
        if (answer.status() != 401) {
            budget.accepted();
            return answer;
        }
        // A token lives four hours, and this one may have ended a moment ago.
        access.tokens().discard();
        HttpAnswer again = patiently(path, advice);
        if (again.status() == 401) {
            RegistryRefusedException refused = advice.refused(again);
            budget.refused(refused.situation());
            throw refused;
        }
        budget.accepted();
        return again;
    }

    private HttpAnswer patiently(String path, RegistryAdvice advice) throws BlindException {
        while (true) {
            HttpAnswer answer = send(path, advice);
            Duration wish = answer.status() == TOO_MANY ? RegistryAdvice.wish(answer) : null;
            if (wish == null || wish.compareTo(LONGEST_WAIT) > 0 || waits++ >= MOST_WAITS) {
                return answer;
            }
            Duration pause = wish.plusSeconds(1);
            if (pause.compareTo(left()) > 0) {
                throw advice.outOfTime(access.lookTimeout());
            }
            try {
                patience.pass(pause);
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw advice.interrupted(cancelled);
            }
            waited = waited.plus(pause);
        }
    }

    private HttpAnswer send(String path, RegistryAdvice advice) throws BlindException {
        Credential token = token(advice);
        Duration left = left();
        if (left.compareTo(SHORTEST) < 0) {
            throw advice.outOfTime(access.lookTimeout());
        }
        HttpCall call = HttpCall.get(URI.create(gateway + BASE + path))
                .header("accept", "application/json")
                .header("authorization", "Bearer " + token.value())
                .atMost(MOST_BYTES)
                .within(left.compareTo(access.callTimeout()) < 0 ? left : access.callTimeout());
        Instant sent = clock.instant();
        try {
            HttpAnswer answer = access.transport().send(call);
            skew.answered(ClockSkew.date(answer), sent, clock.instant());
            return answer;
        } catch (TransportException failed) {
            throw advice.unanswered(failed);
        }
    }

    private Credential token(RegistryAdvice advice) throws BlindException {
        if (budget.spent()) {
            throw advice.spent();
        }
        try {
            return access.tokens().token();
        } catch (TokenUnavailableException failed) {
            if (failed.refused()) {
                budget.refused(failed.situation());
            }
            throw advice.withoutToken(failed);
        } catch (IOException failed) {
            throw advice.withoutToken(failed);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw advice.interrupted(cancelled);
        }
    }

    /** What a test passes in no time counts as well as what really passes. */
    private Duration left() {
        Duration real = Duration.ofNanos(System.nanoTime() - started);
        return access.lookTimeout().minus(real.compareTo(waited) > 0 ? real : waited);
    }

    RegistryAdvice advice(String action) {
        return new RegistryAdvice(gateway, action);
    }

    URI gateway() {
        return gateway;
    }

    ClockSkew skew() {
        return skew;
    }
}
