package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.SortableTime;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Transaction;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The journal in partitions of a thousand entries, and one item that says where it ends: whoever appends changes that item on
 * the condition that it is as it was read.
 */
final class JournalTable {
    private static final int IN_PARTITION = 1_000;
    private static final Item HEAD = Item.of(EntryItem.PK, "JOURNAL").with(EntryItem.SK, "HEAD");
    private static final String SEQUENCE = "sequence";
    private static final String HASH = "hash";

    private final Table table;

    JournalTable(Table table) {
        this.table = table;
    }

    JournalHead head() {
        return table.get(HEAD)
                .map(item -> LedgerAnswers.ANSWERS.reading(
                        "the end of the journal", () -> new JournalHead(item.number(SEQUENCE), item.text(HASH))))
                .orElse(JournalHead.EMPTY);
    }

    /** Adds to a transaction first that the journal ends there no longer, then the entries that follow. */
    void append(JournalHead head, List<JournalEntry> entries, String nonce, Transaction transaction) {
        JournalHead next = entries.get(entries.size() - 1).head();
        transaction.put(
                table,
                HEAD.with(SEQUENCE, next.sequence()).with(HASH, next.hash()),
                head.equals(JournalHead.EMPTY)
                        ? Expression.of("attribute_not_exists(#pk)")
                        : Expression.of("#hash = :hash").with(":hash", head.hash()));
        for (JournalEntry entry : entries) {
            // Nothing in the journal is ever overwritten, even if the item of its end were lost.
            transaction.put(
                    table, item(entry).with(EntryItem.NONCE, nonce), Expression.of("attribute_not_exists(#pk)"));
        }
    }

    /** True if the entry that follows there was written under this mark. */
    boolean wrote(JournalHead head, String nonce) {
        return table.get(key(head.sequence() + 1))
                .filter(item -> nonce.equals(item.optionalText(EntryItem.NONCE)))
                .isPresent();
    }

    List<JournalEntry> from(long sequence, int limit) {
        List<JournalEntry> entries = new ArrayList<>();
        long next = Math.max(1, sequence);
        long wanted = next;
        while (next == wanted && entries.size() < limit) {
            Item from = key(next);
            Expression rest = Expression.of("#pk = :pk AND #sk >= :sk")
                    .with(":pk", from.text(EntryItem.PK))
                    .with(":sk", from.text(EntryItem.SK));
            int missing = limit - entries.size();
            table.query(TableQuery.of(rest).by(missing)).limit(missing).forEach(item -> entries.add(read(item)));
            // The next partition is asked only if this one is full.
            wanted = (next / IN_PARTITION + 1) * IN_PARTITION;
            next = entries.isEmpty() ? next : entries.get(entries.size() - 1).sequence() + 1;
        }
        return entries;
    }

    private static Item key(long sequence) {
        return Item.of(EntryItem.PK, "JOURNAL#" + sequence / IN_PARTITION)
                .with(EntryItem.SK, String.format(Locale.ROOT, "%019d", sequence));
    }

    private static Item item(JournalEntry entry) {
        return key(entry.sequence())
                .with("at", SortableTime.of(entry.note().at()))
                .with("actor", entry.note().actor())
                .with("action", entry.note().action())
                .with("about", entry.note().about())
                .with("document", entry.note().document())
                .with("previousHash", entry.previousHash())
                .with(HASH, entry.hash());
    }

    private static JournalEntry read(Item item) {
        return LedgerAnswers.ANSWERS.reading("entry " + item.optionalText(EntryItem.SK) + " of the journal", () -> {
            JournalNote note = new JournalNote(
                    Instant.parse(item.text("at")),
                    item.text("actor"),
                    item.text("action"),
                    item.text("about"),
                    item.text("document"));
            return new JournalEntry(
                    Long.parseLong(item.text(EntryItem.SK)), note, item.text("previousHash"), item.text(HASH));
        });
    }
}
