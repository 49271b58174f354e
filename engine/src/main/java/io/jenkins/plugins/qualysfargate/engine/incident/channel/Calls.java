package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Loopback;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.RetryAfter;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Calls of one service; its secrets stand in none of the messages that come of them. */
final class Calls {
    /** Long enough for a service under load, short enough for a lease. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_LARGE = 413;

    private final String service;
    private final Transport transport;
    private final RetryAfter retryAfter;
    private final Redaction redaction;

    /** @param secrets what must stand in no message */
    Calls(String service, Transport transport, Clock clock, List<String> secrets) {
        this.service = service;
        this.transport = transport;
        this.retryAfter = new RetryAfter(clock);
        this.redaction = Redaction.of(secrets);
    }

    /**
     * The address, if a secret may be sent to it.
     *
     * @throws IllegalArgumentException if anybody on the way could read along
     */
    static URI checked(URI address) {
        String host = address.getHost();
        boolean open = !"https".equals(address.getScheme()) && (host == null || !Loopback.isHost(host));
        if (open || host == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException("'" + Redaction.address(address)
                    + "' cannot be used for a channel: https://host/path without user information is expected, because"
                    + " secrets are sent there");
        }
        return address;
    }

    /** An answer of any status. */
    HttpAnswer send(HttpCall call) throws UndeliverableException {
        try {
            return transport.send(call.within(TIMEOUT));
        } catch (TransportException failure) {
            // Without its cause: that names the whole address, which may be a secret.
            throw new UndeliverableException(
                    redaction.apply(service + ": " + failure.getMessage() + " " + failure.howToFix()), true, null);
        }
    }

    /** A failure in words, and whether the same message may be taken later. */
    UndeliverableException refused(String what, HttpAnswer answer, String howToFix) {
        int status = answer.status();
        String message = redaction.apply(service + " did not " + what + ": HTTP " + status + " "
                + ForeignText.quote(redaction.apply(answer.body().text())) + ". " + howToFix);
        boolean never = status == BAD_REQUEST || status == UNPROCESSABLE || status == TOO_LARGE;
        return never
                ? new UndeliverableException(message, false, null)
                : new UndeliverableException(message, retryAfter.of(answer));
    }

    /** The same, to be repeated whatever the status. */
    UndeliverableException later(String what, HttpAnswer answer, Duration wait, String howToFix) {
        return new UndeliverableException(
                redaction.apply(service + " did not " + what + ": HTTP " + answer.status() + ". " + howToFix), wait);
    }

    /** A JSON object; what is none is a failure that may pass, because the call may have been done. */
    JsonNode json(String what, HttpAnswer answer) throws UndeliverableException {
        try {
            return SmallJson.read(answer.body().open());
        } catch (SmallJson.NotReadable unreadable) {
            throw new UndeliverableException(
                    service + " answered something else than JSON when it was asked to " + what + " ("
                            + unreadable.getMessage()
                            + "). Check its address, and for a proxy that answers in its place.",
                    true,
                    null);
        }
    }
}
