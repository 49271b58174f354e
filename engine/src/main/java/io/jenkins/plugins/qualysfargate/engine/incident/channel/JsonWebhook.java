package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Signal;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URI;
import java.time.Clock;

/** Posts notices as they are, {@code contracts/incident-notice.schema.json}, to an address that is a secret itself. */
public final class JsonWebhook implements NoticeChannel {
    private final URI address;
    private final Calls calls;

    /**
     * @param transport that follows no redirect
     * @throws IllegalArgumentException if the address is none that keeps itself secret
     */
    public JsonWebhook(Token address, Transport transport, Clock clock) {
        this.address = SecretAddress.of(address);
        this.calls = new Calls("The webhook", transport, clock, SecretAddress.parts(address));
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        return notice.signal() != Signal.NOTE;
    }

    @Override
    public String send(IncidentNotice notice, OutboxMessage message, Known known) throws UndeliverableException {
        HttpAnswer answer = calls.send(
                HttpCall.post(address, "application/json", message.body()).header("x-event-id", message.id()));
        if (!answer.successful()) {
            throw calls.refused("take the notice", answer, "Check the address, and what listens there.");
        }
        return message.id();
    }
}
