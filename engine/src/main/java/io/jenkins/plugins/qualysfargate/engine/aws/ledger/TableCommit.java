package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.aws.outbox.TableOutbox;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Pause;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Transaction;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalChain;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Saves a commit: what goes ahead in several transactions, the rest in one. A refusal may be an answer to our own write, if
 * the answer to that was lost; by a random mark in what was written this knows itself again.
 */
final class TableCommit {
    /** Of documents, in one transaction; DynamoDB takes 4 MB with names and keys. */
    private static final int AHEAD_CHARACTERS = 1_000_000;
    /** Each time at least one of those who append to the journal at once succeeds. */
    private static final int ATTEMPTS = 60;

    private final EntryTables documents;
    private final JournalTable journal;
    private final TableOutbox outbox;
    private final Table first;
    private final Clock clock;

    TableCommit(EntryTables documents, Table incidents, TableOutbox outbox, Clock clock) {
        this.documents = documents;
        this.journal = new JournalTable(incidents);
        this.outbox = outbox;
        this.first = incidents;
        this.clock = clock;
    }

    /** @return the documents that somebody else has changed; empty if all is saved */
    List<EntryKey> save(Commit commit) {
        if (!commit.ahead().isEmpty()) {
            // Whoever has fallen behind must not write old derived documents over new ones.
            List<EntryKey> conflicts = commit.together().stream()
                    .filter(entry ->
                            documents.find(entry.key()).map(Entry::version).orElse(0L) != entry.version())
                    .map(Entry::key)
                    .toList();
            if (!conflicts.isEmpty()) {
                return conflicts;
            }
            ahead(commit.ahead());
        }
        return together(
                commit, new ArrayList<>(commit.messages()), UUID.randomUUID().toString());
    }

    private void ahead(List<Entry> entries) {
        Transaction transaction = new Transaction(first);
        int characters = 0;
        for (Entry entry : entries) {
            int more = entry.document().length();
            if (transaction.size() == Transaction.MOST_WRITES
                    || (transaction.size() > 0 && characters + more > AHEAD_CHARACTERS)) {
                transaction.commit();
                transaction = new Transaction(first);
                characters = 0;
            }
            transaction.put(documents.of(entry.key().kind()), EntryItem.saved(entry, "ahead"), null);
            characters += more;
        }
        transaction.commit();
    }

    private List<EntryKey> together(Commit commit, List<OutboxMessage> messages, String nonce) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            JournalHead head = commit.notes().isEmpty() ? JournalHead.EMPTY : journal.head();
            Transaction transaction = transaction(commit, messages, head, nonce);
            List<Integer> refused = transaction.size() == 0 ? List.of() : transaction.commit();
            if (refused.isEmpty() || saved(commit, head, nonce)) {
                return List.of();
            }
            int documentCount = commit.together().size();
            List<EntryKey> conflicts = refused.stream()
                    .filter(place -> place < documentCount)
                    .map(place -> commit.together().get(place).key())
                    .toList();
            if (!conflicts.isEmpty()) {
                return conflicts;
            }
            List<OutboxMessage> said = refused.stream()
                    .filter(place -> place < documentCount + messages.size())
                    .map(place -> messages.get(place - documentCount))
                    .toList();
            messages.removeAll(said);
            pause(attempt);
        }
        throw new LedgerUnavailableException(
                "Tried " + ATTEMPTS + " times to append to the journal in table " + first.name()
                        + ", but others appended to it each time. Try again, with fewer writers at once.",
                null);
    }

    private Transaction transaction(Commit commit, List<OutboxMessage> messages, JournalHead head, String nonce) {
        Transaction transaction = new Transaction(first);
        for (Entry entry : commit.together()) {
            transaction.put(
                    documents.of(entry.key().kind()),
                    EntryItem.saved(entry, nonce),
                    EntryItem.unchanged(entry, clock.instant()));
        }
        messages.forEach(message -> outbox.save(message, transaction));
        if (!commit.notes().isEmpty()) {
            journal.append(head, JournalChain.append(head, commit.notes()), nonce, transaction);
        }
        return transaction;
    }

    private boolean saved(Commit commit, JournalHead head, String nonce) {
        if (!commit.notes().isEmpty()) {
            return journal.wrote(head, nonce);
        }
        return !commit.together().isEmpty() && wrote(commit.together().get(0), nonce);
    }

    private boolean wrote(Entry entry, String nonce) {
        Item key = EntryItem.key(entry.key());
        return documents
                .of(entry.key().kind())
                .get(key)
                .filter(item -> nonce.equals(item.optionalText(EntryItem.NONCE)))
                .isPresent();
    }

    private static void pause(int attempt) {
        try {
            Pause.after(Math.min(attempt, 3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException(
                    "Tried to save in the compliance ledger, but was told to stop while others wrote. Run it again.",
                    e);
        }
    }
}
