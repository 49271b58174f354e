package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A ledger in whose journal somebody has changed one note and left the hashes as they were. */
record ForgedLedger(Ledger ledger, long sequence, UnaryOperator<JournalNote> forgery) implements Ledger {

    @Override
    public List<JournalEntry> journal(long fromSequence, int limit) {
        return ledger.journal(fromSequence, limit).stream()
                .map(entry -> entry.sequence() == sequence
                        ? new JournalEntry(sequence, forgery.apply(entry.note()), entry.previousHash(), entry.hash())
                        : entry)
                .toList();
    }

    @Override
    public Optional<Entry> find(EntryKey key) {
        return ledger.find(key);
    }

    @Override
    public List<Entry> ofId(EntryKind kind, String id, String fromSort, int limit) {
        return ledger.ofId(kind, id, fromSort, limit);
    }

    @Override
    public List<Entry> all(EntryKind kind, @Nullable EntryKey after, int limit) {
        return ledger.all(kind, after, limit);
    }

    @Override
    public List<Entry> inState(EntryKind kind, String state, Instant from, Instant to, int limit) {
        return ledger.inState(kind, state, from, to, limit);
    }

    @Override
    public void commit(Commit commit) throws LedgerConflictException {
        ledger.commit(commit);
    }

    @Override
    public JournalHead head() {
        return ledger.head();
    }

    @Override
    public Outbox outbox() {
        return ledger.outbox();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
