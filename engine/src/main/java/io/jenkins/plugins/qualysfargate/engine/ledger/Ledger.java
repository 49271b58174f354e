package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Documents, journal and messages of the compliance check. What {@link #commit} returned from survives a crash. Several
 * processes may share it; may be called from any thread. Every method throws {@link LedgerUnavailableException} if the store
 * cannot be reached, and {@link CorruptLedgerException} if what it reads is not what was saved.
 */
public interface Ledger extends AutoCloseable {

    Optional<Entry> find(EntryKey key);

    /** The documents of one id in the order of their sort keys, from this one on; at most so many. */
    List<Entry> ofId(EntryKind kind, String id, String fromSort, int limit);

    /**
     * All documents of a kind, page by page in a fixed order that differs between stores; for a start, and not for a tick.
     *
     * @param after the last key of the page before, whether it still exists or not; null to begin
     */
    List<Entry> all(EntryKind kind, @Nullable EntryKey after, int limit);

    /**
     * Those of a kind in a state whose time lies in [from, to), the earliest first. A shared store may show a change some
     * moments late; saving over an outdated version is a conflict.
     */
    List<Entry> inState(EntryKind kind, String state, Instant from, Instant to, int limit);

    /**
     * Saves over the versions that the documents name; the stored versions are one higher afterwards. A commit of which
     * nobody knows whether it was saved, because its call failed, may be tried again: if it was saved, its documents conflict.
     *
     * @throws LedgerConflictException if somebody else has changed a document of those that go together; none of them, no
     *     message and no note is saved then, while documents ahead of them may be
     */
    void commit(Commit commit) throws LedgerConflictException;

    /** Entries from this sequence number on, in order; at most so many. */
    List<JournalEntry> journal(long fromSequence, int limit);

    /** Where the journal ends. */
    JournalHead head();

    /** The messages that were saved here and wait for delivery. */
    Outbox outbox();

    @Override
    void close();
}
