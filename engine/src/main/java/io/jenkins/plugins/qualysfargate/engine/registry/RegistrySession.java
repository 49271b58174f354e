package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution.Reason;
import java.time.Clock;
import java.time.Instant;

/** Puts every question of one resolution to the registry: logs in when asked to, and turns every failure into advice. */
final class RegistrySession {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    // Nested indexes of a hostile registry would otherwise go on for ever.
    private static final int MOST_CALLS = 200;

    private final Transport transport;
    private final RegistryLogin login;
    private final RegistrySettings settings;
    private final Clock clock;
    private final Instant deadline;
    private int calls;
    private boolean spoken;

    RegistrySession(Transport transport, RegistryLogin login, RegistrySettings settings, Clock clock) {
        this.transport = transport;
        this.login = login;
        this.settings = settings;
        this.clock = clock;
        this.deadline = clock.instant().plus(settings.resolveTimeout());
    }

    <T> T ask(RegistryCall<T> question) throws UnresolvedException {
        HttpAnswer answer = send(question);
        if (answer.status() == UNAUTHORIZED) {
            login.authorize(question.action(), answer);
            answer = send(question);
        }
        if (answer.status() != question.success()) {
            throw RegistryAdvice.refused(question, answer, login);
        }
        spoken = true;
        return question.read(answer);
    }

    private HttpAnswer send(RegistryCall<?> question) throws UnresolvedException {
        if (++calls > MOST_CALLS) {
            throw new UnresolvedException(
                    "Could not " + question.action() + ": the image leads to more than " + MOST_CALLS + " documents.",
                    "Name the platforms that you need, or push an image with fewer of them.");
        }
        if (clock.instant().isAfter(deadline)) {
            throw new UnresolvedException(
                    "Could not " + question.action() + ": resolving the image took longer than "
                            + settings.resolveTimeout() + ".",
                    "Try again when the registry answers faster.");
        }
        HttpCall call = login.sign(question.call()).within(settings.callTimeout());
        try {
            return transport.send(call);
        } catch (TransportException e) {
            throw unanswered(question.action(), e);
        }
    }

    static UnresolvedException unanswered(String action, TransportException failure) {
        String message = "Could not " + action + ": " + failure.getMessage();
        Reason reason =
                switch (failure.kind()) {
                    case TIMED_OUT, UNREACHABLE, UNTRUSTED, CUT_OFF, PROXY_REFUSED -> Reason.NOT_REACHED;
                    case TOO_LARGE, REDIRECT_REFUSED, CANCELLED -> Reason.OTHER;
                };
        return failure.kind() == Kind.CANCELLED
                ? UnresolvedException.cancelled(message, failure.howToFix())
                : new UnresolvedException(reason, message, failure.howToFix());
    }

    /** Why a status other than 200 is no answer. */
    static Reason reason(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> Reason.LOGIN_REFUSED;
            case TOO_MANY_REQUESTS -> Reason.NOT_REACHED;
            default -> status >= SERVER_ERROR ? Reason.NOT_REACHED : Reason.OTHER;
        };
    }

    /** Why the resolution failed; once the registry spoke of the image, its silence is no reason to do without it. */
    Reason reason(UnresolvedException failure) {
        return spoken && failure.reason() != Reason.NO_IMAGE ? Reason.OTHER : failure.reason();
    }
}
