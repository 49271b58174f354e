package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A ledger in memory whose saves now and then fail, before they are done or after; remembers every message. */
final class FailingLedger implements Ledger {
    final List<OutboxMessage> messages = new ArrayList<>();
    private final InMemoryLedger inner;
    private final Random random;
    private final int oneIn;

    /** @param oneIn about every how many saves fail; 0 for none */
    FailingLedger(Clock clock, Random random, int oneIn) {
        this.inner = new InMemoryLedger(clock);
        this.random = random;
        this.oneIn = oneIn;
    }

    @Override
    public void commit(Commit commit) throws LedgerConflictException {
        int luck = oneIn == 0 ? -1 : random.nextInt(2 * oneIn);
        if (luck == 0) {
            throw new LedgerUnavailableException("The call was lost.", new IOException("lost call"));
        }
        inner.commit(commit);
        messages.addAll(commit.messages());
        if (luck == 1) {
            throw new LedgerUnavailableException("The answer was lost.", new IOException("lost answer"));
        }
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
    public void close() {}
}
