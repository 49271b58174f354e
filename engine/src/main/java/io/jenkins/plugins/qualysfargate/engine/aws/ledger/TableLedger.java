package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import static io.jenkins.plugins.qualysfargate.engine.aws.ledger.LedgerAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.outbox.TableOutbox;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger of everybody who may call the same tables; decision 6 has its keys and why. */
public final class TableLedger implements Ledger {
    private final AwsClients clients;
    private final EntryTables documents;
    private final JournalTable journal;
    private final TableOutbox outbox;
    private final TableCommit commit;

    /** @param clients are closed with the ledger */
    public TableLedger(AwsClients clients, TableLedgerSettings settings, Clock clock) {
        Table incidents = new Table(clients, settings.incidents());
        this.clients = clients;
        this.documents = new EntryTables(new Table(clients, settings.occurrences()), incidents, clock);
        this.journal = new JournalTable(incidents);
        this.outbox = new TableOutbox(new Table(clients, settings.outbox()), ANSWERS, clock);
        this.commit = new TableCommit(documents, incidents, outbox, clock);
    }

    @Override
    public Optional<Entry> find(EntryKey key) {
        return ANSWERS.of(() -> documents.find(key));
    }

    @Override
    public List<Entry> ofId(EntryKind kind, String id, String fromSort, int limit) {
        return ANSWERS.of(() -> documents.ofId(kind, id, fromSort, limit));
    }

    @Override
    public List<Entry> all(EntryKind kind, @Nullable EntryKey after, int limit) {
        return ANSWERS.of(() -> documents.all(kind, after, limit));
    }

    @Override
    public List<Entry> inState(EntryKind kind, String state, Instant from, Instant to, int limit) {
        return ANSWERS.of(() -> documents.inState(kind, state, from, to, limit));
    }

    @Override
    public void commit(Commit changes) throws LedgerConflictException {
        List<EntryKey> conflicts = ANSWERS.of(() -> commit.save(changes));
        if (!conflicts.isEmpty()) {
            throw LedgerConflictException.over(conflicts);
        }
    }

    @Override
    public List<JournalEntry> journal(long fromSequence, int limit) {
        return ANSWERS.of(() -> journal.from(fromSequence, limit));
    }

    @Override
    public JournalHead head() {
        return ANSWERS.of(journal::head);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void close() {
        clients.close();
    }
}
