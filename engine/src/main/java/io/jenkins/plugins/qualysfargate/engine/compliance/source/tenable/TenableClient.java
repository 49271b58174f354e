package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ClockSkew;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the questions of one look, within its time; every answer that is not a good one is an exception. Used by one thread. */
final class TenableClient {
    private static final int MOST_WARNINGS = 20;
    /** Too short to be worth a call. */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final TenableServer server;
    private final Transport transport;
    private final Clock clock;
    private final Redaction redaction;
    private final ClockSkew skew = new ClockSkew();
    private final Set<String> warnings = new LinkedHashSet<>();
    // Measured by a clock that nobody sets.
    private final long started = System.nanoTime();
    private String version = "";

    /** @param transport should not follow redirects: the login must not go elsewhere */
    TenableClient(TenableServer server, Transport transport, Clock clock) {
        this.server = server;
        this.transport = transport;
        this.clock = clock;
        this.redaction = Redaction.of(server.login().secrets());
    }

    /** Puts a question with these headers besides; the answer says that all is well. */
    Envelope exchange(TenableCall<?> question, Map<String, String> headers) throws BlindException {
        TenableAdvice advice = advice(question);
        Duration left = server.lookTimeout().minusNanos(System.nanoTime() - started);
        if (left.compareTo(SHORTEST) < 0) {
            throw advice.outOfTime();
        }
        Duration limit = left.compareTo(server.callTimeout()) < 0 ? left : server.callTimeout();
        HttpCall call = with(headers, question.call(server)).within(limit);
        Instant sent = clock.instant();
        HttpAnswer answer = send(call, advice);
        Envelope envelope = envelope(answer, advice);
        skew.answered(
                envelope.timestamp() == null ? ClockSkew.date(answer) : envelope.timestamp(), sent, clock.instant());
        if (envelope.errorCode() != 0 || !answer.successful()) {
            throw advice.refused(envelope);
        }
        remember(envelope);
        return envelope;
    }

    /** Says something whose answer changes nothing, even when the time is over; true if it was heard. */
    boolean last(TenableCall<?> question, Map<String, String> headers) {
        try {
            HttpAnswer answer =
                    transport.send(with(headers, question.call(server)).within(LAST_WORD));
            return answer.successful();
        } catch (TransportException unheard) {
            return false;
        }
    }

    private static HttpCall with(Map<String, String> headers, HttpCall call) {
        HttpCall all = call.header("accept", "application/json");
        for (Map.Entry<String, String> each : headers.entrySet()) {
            all = all.header(each.getKey(), each.getValue());
        }
        return all;
    }

    /** What a good answer means. */
    <T> T read(TenableCall<T> question, Envelope envelope) throws BlindException {
        try {
            return question.read(envelope);
        } catch (UnreadableValueException unreadable) {
            throw advice(question).unusable(envelope.answer(), unreadable);
        }
    }

    private HttpAnswer send(HttpCall call, TenableAdvice advice) throws BlindException {
        try {
            return transport.send(call);
        } catch (TransportException e) {
            throw advice.unanswered(e);
        }
    }

    private static Envelope envelope(HttpAnswer answer, TenableAdvice advice) throws BlindException {
        try {
            return Envelope.read(answer);
        } catch (SmallJson.NotReadable | UnreadableValueException none) {
            // A status that is no success says more than that its page is no JSON.
            throw answer.successful() ? advice.unusable(answer, none) : advice.failed(answer);
        }
    }

    private void remember(Envelope envelope) {
        version = envelope.answer().header("securitycenter").orElse(version);
        for (String each : envelope.warnings()) {
            if (warnings.size() < MOST_WARNINGS) {
                warnings.add(redaction.apply(each));
            }
        }
    }

    TenableAdvice advice(TenableCall<?> question) {
        return new TenableAdvice(server, question.action(), redaction);
    }

    TenableServer server() {
        return server;
    }

    ClockSkew skew() {
        return skew;
    }

    /** What the server warned of with its good answers, each once. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** As the server says it; empty if it does not. Hostile. */
    String version() {
        return version;
    }
}
