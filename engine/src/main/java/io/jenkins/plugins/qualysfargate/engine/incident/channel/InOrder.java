package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Receipts.Outcome;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Receipts.Receipt;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.outbox.Channel;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing through that is older than what was delivered before: a page that was delayed does not come after the end of
 * its incident, and a repetition is known as one. One delivery at a time: other processes must not deliver to the same channel
 * meanwhile.
 */
public final class InOrder implements Channel {
    private final String channel;
    private final NoticeChannel inner;
    private final ChannelMemory memory;
    private final Receipts receipts;
    private final Clock clock;

    /** @param channel its id, under which it remembers */
    public InOrder(String channel, NoticeChannel inner, ChannelMemory memory, Receipts receipts, Clock clock) {
        this.channel = channel;
        this.inner = inner;
        this.memory = memory;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * What is kept of one incident.
     *
     * @param sequence of the last notice that was delivered; 0 if none was
     */
    record Remembered(long sequence, @Nullable String externalId) {
        static final Remembered NOTHING = new Remembered(0, null);
    }

    @Override
    public synchronized void send(OutboxMessage message) throws UndeliverableException {
        IncidentNotice notice = read(message);
        if (!inner.wants(notice)) {
            return;
        }
        Shelf shelf = new Shelf(notice.id());
        if (shelf.remembered.sequence() >= notice.sequence()) {
            receipt(notice, message, shelf, Outcome.SUPERSEDED, "");
            return;
        }
        try {
            shelf.done(notice.sequence(), inner.send(notice, message, shelf));
        } catch (UndeliverableException failure) {
            Outcome outcome = failure.worthRepeating() ? Outcome.FAILED : Outcome.REFUSED;
            receipt(notice, message, shelf, outcome, String.valueOf(failure.getMessage()));
            throw failure;
        }
        receipt(notice, message, shelf, Outcome.DELIVERED, "");
    }

    private static IncidentNotice read(OutboxMessage message) throws UndeliverableException {
        try {
            return IncidentNotice.read(message.body());
        } catch (IllegalArgumentException unreadable) {
            throw new UndeliverableException(
                    "Message " + message.id() + " is no notice of an incident: " + unreadable.getMessage(),
                    false,
                    unreadable);
        }
    }

    private void receipt(IncidentNotice notice, OutboxMessage message, Shelf shelf, Outcome outcome, String detail) {
        String externalId = shelf.externalId();
        receipts.record(new Receipt(
                channel,
                notice.id(),
                message.id(),
                externalId == null ? "" : externalId,
                clock.instant(),
                outcome,
                detail));
    }

    private final class Shelf implements NoticeChannel.Known {
        private final String incident;
        private Remembered remembered;

        private Shelf(String incident) {
            this.incident = incident;
            this.remembered = memory.get(channel, incident)
                    .map(each -> RecordJson.read(each, Remembered.class))
                    .orElse(Remembered.NOTHING);
        }

        @Override
        public @Nullable String externalId() {
            return remembered.externalId();
        }

        @Override
        public void remember(String externalId) {
            put(new Remembered(remembered.sequence(), externalId));
        }

        private void done(long sequence, String externalId) {
            put(new Remembered(sequence, externalId));
        }

        private void put(Remembered next) {
            remembered = next;
            memory.put(channel, incident, RecordJson.write(next));
        }
    }
}
