package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes everything on. */
public abstract class PassedLedger implements Ledger {
    private final Ledger inner;

    protected PassedLedger(Ledger inner) {
        this.inner = inner;
    }

    @Override
    public Optional<Entry> find(EntryKey key) {
        return inner.find(key);
    }

    @Override
    public List<Entry> ofId(EntryKind kind, String id, String fromSort, int limit) {
        return inner.ofId(kind, id, fromSort, limit);
    }

    @Override
    public List<Entry> all(EntryKind kind, @Nullable EntryKey after, int limit) {
        return inner.all(kind, after, limit);
    }

    @Override
    public List<Entry> inState(EntryKind kind, String state, Instant from, Instant to, int limit) {
        return inner.inState(kind, state, from, to, limit);
    }

    @Override
    public void commit(Commit commit) throws LedgerConflictException {
        inner.commit(commit);
    }

    @Override
    public List<JournalEntry> journal(long fromSequence, int limit) {
        return inner.journal(fromSequence, limit);
    }

    @Override
    public JournalHead head() {
        return inner.head();
    }

    @Override
    public Outbox outbox() {
        return inner.outbox();
    }

    @Override
    public void close() {
        inner.close();
    }
}
