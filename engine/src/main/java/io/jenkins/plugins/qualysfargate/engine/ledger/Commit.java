package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.util.List;

/**
 * What is saved in one go.
 *
 * @param ahead documents that are derived from elsewhere: they may be saved before the rest and in parts, and saving them
 *     again does no harm
 * @param together saved with messages and notes, or none of all these is; at most {@value #TOGETHER} documents and messages
 */
public record Commit(List<Entry> ahead, List<Entry> together, List<OutboxMessage> messages, List<JournalNote> notes) {
    /** What every store takes in one transaction, with room for the journal (DynamoDB: 100 items in all). */
    public static final int TOGETHER = 80;

    public Commit {
        ahead = List.copyOf(ahead);
        together = List.copyOf(together);
        messages = List.copyOf(messages);
        notes = List.copyOf(notes);
    }
}
