package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.time.Clock;
import java.time.Instant;

/** Puts every question of one resolution to the registry: logs in when asked to, and turns every failure into advice. */
final class RegistrySession {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    // Nested indexes of a hostile registry would otherwise go on for ever.
    private static final int MOST_CALLS = 200;

    private final Transport transport;
    private final RegistryLogin login;
    private final RegistrySettings settings;
    private final Clock clock;
    private final Instant deadline;
    private int calls;

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
        if (answer.status() != OK) {
            throw RegistryAdvice.refused(question, answer, login);
        }
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
        return new UnresolvedException(
                failure.kind() == Kind.CANCELLED ? IndeterminateCause.CANCELLED : IndeterminateCause.IMAGE_UNRESOLVED,
                "Could not " + action + ": " + failure.getMessage(),
                failure.howToFix());
    }
}
