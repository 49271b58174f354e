package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import org.jspecify.annotations.Nullable;

/** One place where people are told of incidents; {@link InOrder} makes a channel of the outbox of it. */
public interface NoticeChannel {

    /** True if people there want to hear of this; what they do not want counts as delivered. */
    boolean wants(IncidentNotice notice);

    /**
     * Tells it, and returns what the other side calls it; may be called again with the same notice.
     *
     * @throws UndeliverableException if it was not taken, or if nobody knows whether it was
     */
    String send(IncidentNotice notice, OutboxMessage message, Known known) throws UndeliverableException;

    /** What is known of an incident on this channel. */
    interface Known {

        /** What the other side calls it; null if it has not been told. */
        @Nullable
        String externalId();

        /** To be called as soon as the other side has given it a name, and before anything else can fail. */
        void remember(String externalId);
    }
}
