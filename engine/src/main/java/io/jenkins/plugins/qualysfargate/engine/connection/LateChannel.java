package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.NoticeChannel;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel that is made when it is needed; what keeps it from being made is a failure that somebody can mend. */
final class LateChannel implements NoticeChannel {
    private final String id;
    private final Supplier<NoticeChannel> maker;
    private @Nullable NoticeChannel made;

    /** @param maker throws {@link IllegalArgumentException} if it cannot be made as it is configured */
    LateChannel(String id, Supplier<NoticeChannel> maker) {
        this.id = id;
        this.maker = maker;
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        try {
            return channel().wants(notice);
        } catch (IllegalArgumentException told) {
            // Said when it is sent.
            return true;
        }
    }

    @Override
    public String send(IncidentNotice notice, OutboxMessage message, Known known) throws UndeliverableException {
        NoticeChannel channel;
        try {
            channel = channel();
        } catch (IllegalArgumentException wrong) {
            throw new UndeliverableException(
                    "The channel " + id + " cannot be used as it is configured: " + wrong.getMessage(), true, wrong);
        }
        try {
            return channel.send(notice, message, known);
        } catch (UndeliverableException failed) {
            // The credentials may be what is wrong, and may be mended meanwhile.
            forget();
            throw failed;
        }
    }

    private synchronized NoticeChannel channel() {
        NoticeChannel channel = made == null ? maker.get() : made;
        made = channel;
        return channel;
    }

    private synchronized void forget() {
        made = null;
    }
}
