package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Signal;
import io.jenkins.plugins.qualysfargate.engine.outbox.Channel;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;

/** Passes notices on as they are, as JSON: for a topic, whose subscribers choose by the attributes. */
public final class Relay implements NoticeChannel {
    private final Channel channel;

    /** @param channel that publishes body, subject and attributes of a message, for example of SNS */
    public Relay(Channel channel) {
        this.channel = channel;
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        return notice.signal() != Signal.NOTE;
    }

    @Override
    public String send(IncidentNotice notice, OutboxMessage message, Known known) throws UndeliverableException {
        channel.send(message);
        return message.id();
    }
}
