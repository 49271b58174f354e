package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URI;
import java.time.Clock;

/**
 * A sign of life to an address whose owner raises an alarm when it stops coming. Only a full evaluation is worth one: a check
 * that could not look everywhere must fall silent.
 */
public final class Heartbeat {
    private final URI address;
    private final Method method;
    private final Calls calls;

    /** How the address wants to be called. */
    public enum Method {
        GET,
        POST
    }

    /**
     * @param address as the service gives it out; it is a secret
     * @throws IllegalArgumentException if the address is none that keeps itself secret
     */
    public Heartbeat(Token address, Method method, Transport transport, Clock clock) {
        this.address = SecretAddress.of(address);
        this.method = method;
        this.calls = new Calls("The heartbeat address", transport, clock, SecretAddress.parts(address));
    }

    /** @throws UndeliverableException if nobody has heard it; there is no use in repeating it, because the next one comes */
    public void beat() throws UndeliverableException {
        HttpCall call = method == Method.GET ? HttpCall.get(address) : HttpCall.post(address, "text/plain", "");
        HttpAnswer answer = calls.send(call);
        if (!answer.successful()) {
            throw calls.refused(
                    "take a sign of life", answer, "Check that the check still exists there, and the address.");
        }
    }
}
