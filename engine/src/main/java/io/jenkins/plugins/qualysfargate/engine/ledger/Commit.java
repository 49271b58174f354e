package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is saved in one go.
 *
 * @param ahead documents that are derived from elsewhere: they are written over whatever version is there, before the rest
 *     and maybe in parts, and saving them again does no harm
 * @param together saved with messages and notes, or none of all these is; at most {@value #TOGETHER} documents and messages
 * @param messages one whose id still waits is not saved again; each with a channel of up to 64 characters, a subject of up to
 *     1,000, a body below 200,000 bytes and a few short attributes
 * @param notes at most {@value #NOTES}
 */
public record Commit(List<Entry> ahead, List<Entry> together, List<OutboxMessage> messages, List<JournalNote> notes) {
    /** What every store takes in one transaction, with room for the journal (DynamoDB: 100 items in all). */
    public static final int TOGETHER = 80;

    /** The other items of a transaction but one, which says where the journal ends. */
    public static final int NOTES = 19;

    /** What goes together, in bytes of UTF-8 (DynamoDB: 4 MB with names and keys). */
    public static final int TOGETHER_BYTES = 3_000_000;

    /** @throws IllegalArgumentException if it is more than a store takes, or names a document twice */
    public Commit {
        ahead = List.copyOf(ahead);
        together = List.copyOf(together);
        messages = List.copyOf(messages);
        notes = List.copyOf(notes);
        refuse(together.size() + messages.size(), TOGETHER, "documents and messages together");
        refuse(notes.size(), NOTES, "notes");
        refuse(bytes(together, messages, notes), TOGETHER_BYTES, "bytes together");
        messages.forEach(Limits::message);
        differ(ahead, together);
    }

    private static void refuse(long wanted, long most, String what) {
        if (wanted > most) {
            throw new IllegalArgumentException("Cannot save " + wanted + " " + what + " in one go: " + most
                    + " are possible. Save them in several.");
        }
    }

    private static long bytes(List<Entry> together, List<OutboxMessage> messages, List<JournalNote> notes) {
        long bytes = 0;
        for (Entry entry : together) {
            bytes += Limits.bytes(entry.document());
        }
        for (OutboxMessage message : messages) {
            bytes += Limits.bytes(message.subject()) + Limits.bytes(message.body());
        }
        for (JournalNote note : notes) {
            bytes += Limits.bytes(note.document());
        }
        return bytes;
    }

    private static void differ(List<Entry> ahead, List<Entry> together) {
        Set<EntryKey> keys = new HashSet<>();
        for (List<Entry> entries : List.of(ahead, together)) {
            for (Entry entry : entries) {
                if (!keys.add(entry.key())) {
                    throw new IllegalArgumentException("Cannot save " + entry.key() + " twice in one go.");
                }
            }
        }
    }

    /** Documents and notes alone. */
    public static Commit of(List<Entry> together, List<JournalNote> notes) {
        return new Commit(List.of(), together, List.of(), notes);
    }
}
