package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ClockSkew;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Puts the questions of one look, within its time; every answer that is not a good one is an exception. Used by one thread. */
final class AnchoreClient {
    /** A list of all images has all of their tags. */
    private static final int MOST_BYTES = 64 << 20;

    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final AnchoreServer server;
    private final Transport transport;
    private final LoginBudget budget;
    private final Clock clock;
    private final ClockSkew skew = new ClockSkew();
    // Measured by a clock that nobody sets.
    private final long started = System.nanoTime();

    /** @param transport must not follow redirects: the login must not go elsewhere */
    AnchoreClient(AnchoreServer server, Transport transport, LoginBudget budget, Clock clock) {
        this.server = server;
        this.transport = transport;
        this.budget = budget;
        this.clock = clock;
    }

    /** Makes a value of the answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonNode answer) throws UnreadableValueException;
    }

    /** @param action completes "Could not …" */
    <T> T get(String action, String path, Reader<T> reader) throws BlindException {
        return ask(action, HttpCall.get(server.resource(path)), reader);
    }

    <T> T post(String action, String path, String json, Reader<T> reader) throws BlindException {
        return ask(action, HttpCall.post(server.resource(path), "application/json", json), reader);
    }

    private <T> T ask(String action, HttpCall call, Reader<T> reader) throws BlindException {
        AnchoreAdvice advice = advice(action);
        HttpAnswer answer = send(call, advice);
        try {
            return reader.read(SmallJson.readAny(answer.body().open()));
        } catch (SmallJson.NotReadable | UnreadableValueException unreadable) {
            throw advice.unusable(unreadable);
        }
    }

    private HttpAnswer send(HttpCall call, AnchoreAdvice advice) throws BlindException {
        if (budget.spent()) {
            throw advice.spent();
        }
        Duration left = server.lookTimeout().minusNanos(System.nanoTime() - started);
        if (left.compareTo(SHORTEST) < 0) {
            throw advice.outOfTime();
        }
        Instant sent = clock.instant();
        HttpAnswer answer;
        try {
            answer = transport.send(
                    loggedIn(call).within(left.compareTo(server.callTimeout()) < 0 ? left : server.callTimeout()));
        } catch (TransportException failed) {
            throw advice.unanswered(failed);
        }
        skew.answered(ClockSkew.date(answer), sent, clock.instant());
        if (answer.status() == 401) {
            AnchoreErrorException refused = advice.refused(answer);
            budget.refused(refused.situation());
            throw refused;
        }
        if (!answer.successful()) {
            throw advice.refused(answer);
        }
        budget.accepted();
        return answer;
    }

    private HttpCall loggedIn(HttpCall call) {
        AnchoreLogin login = server.login();
        byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        HttpCall with = call.header(
                        "authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .header("accept", "application/json")
                .atMost(MOST_BYTES);
        return login.account() == null ? with : with.header("x-anchore-account", login.account());
    }

    AnchoreAdvice advice(String action) {
        return new AnchoreAdvice(server, action);
    }

    AnchoreServer server() {
        return server;
    }

    ClockSkew skew() {
        return skew;
    }
}
