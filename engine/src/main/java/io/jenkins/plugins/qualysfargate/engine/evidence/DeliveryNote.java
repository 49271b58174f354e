package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: a channel has taken a message, or it was given up.
 *
 * @param incident id of the incident that the message is about; null if it is about none
 * @param outcome {@link #DELIVERED} or {@link #GIVEN_UP}
 * @param receipt what the channel answered, for example an event key or the number of an issue; empty if nothing
 */
public record DeliveryNote(
        String messageId, String channel, @Nullable String incident, String outcome, int attempts, String receipt) {
    public static final String DELIVERED = "DELIVERED";
    public static final String GIVEN_UP = "GIVEN_UP";

    public DeliveryNote {
        requireNonNull(messageId, "messageId is missing");
        requireNonNull(channel, "channel is missing");
        requireNonNull(outcome, "outcome is missing");
        requireNonNull(receipt, "receipt is missing");
    }

    public JournalNote note(Instant at) {
        return new JournalNote(at, JournalNote.SYSTEM, Actions.DELIVERY, messageId, RecordJson.write(this));
    }

    /** @throws IllegalArgumentException if the note's document is another one */
    public static DeliveryNote read(JournalNote note) {
        return RecordJson.read(note.document(), DeliveryNote.class);
    }
}
