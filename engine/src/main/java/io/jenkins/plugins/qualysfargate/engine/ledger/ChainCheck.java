package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a journal entry by entry and remembers the first link that does not hold; not for several threads. */
public final class ChainCheck {
    private final JournalHead known;
    private JournalHead last;
    private long entries;
    private ChainVerdict.@Nullable Broken broken;

    /**
     * @param before where the journal stands before the first entry to come: {@link JournalHead#EMPTY}, or known from elsewhere
     * @param known an end that the journal once had, known from elsewhere; {@link JournalHead#EMPTY} if none is known
     */
    public ChainCheck(JournalHead before, JournalHead known) {
        this.last = before;
        this.known = known;
        checkKnown(before);
    }

    /** All of a journal. */
    public static ChainVerdict all(Ledger ledger, JournalHead known) {
        int page = 500;
        ChainCheck check = new ChainCheck(JournalHead.EMPTY, known);
        for (List<JournalEntry> entries = ledger.journal(1, page); !entries.isEmpty(); ) {
            entries.forEach(check::add);
            entries = ledger.journal(entries.get(entries.size() - 1).sequence() + 1, page);
        }
        return check.ended();
    }

    /** The next entry as it is stored. */
    public void add(JournalEntry entry) {
        entries++;
        if (broken != null) {
            return;
        }
        long expected = last.sequence() + 1;
        if (entry.sequence() > expected) {
            breakAt(expected, "entries " + expected + " to " + (entry.sequence() - 1) + " are missing");
        } else if (entry.sequence() < expected) {
            breakAt(entry.sequence(), "entry " + entry.sequence() + " stands after entry " + last.sequence());
        } else if (!entry.previousHash().equals(last.hash())) {
            breakAt(expected, "entry " + expected + " does not follow on the entry before it: it names the hash "
                    + entry.previousHash() + ", and that is " + last.hash());
        } else {
            checkContent(entry);
        }
        last = entry.head();
        checkKnown(last);
    }

    private void checkContent(JournalEntry entry) {
        String hash = JournalChain.hash(entry.sequence(), entry.previousHash(), entry.note());
        if (!hash.equals(entry.hash())) {
            breakAt(entry.sequence(), "entry " + entry.sequence() + " was changed: its hash should be " + hash
                    + " and is " + entry.hash());
        }
    }

    private void checkKnown(JournalHead head) {
        if (known.sequence() == head.sequence() && !known.hash().equals(head.hash())) {
            breakAt(head.sequence(), "entry " + head.sequence() + " is another one than the one that was known: its hash was "
                    + known.hash() + " and is " + head.hash());
        }
    }

    private void breakAt(long sequence, String reason) {
        if (broken == null) {
            broken = new ChainVerdict.Broken(sequence, reason);
        }
    }

    /** What came of it, with all entries added. */
    public ChainVerdict ended() {
        if (broken == null && known.sequence() > last.sequence()) {
            breakAt(last.sequence() + 1, "the journal ends with entry " + last.sequence() + ", but entry "
                    + known.sequence() + " was known");
        }
        return broken == null ? new ChainVerdict.Whole(entries, last) : broken;
    }
}
