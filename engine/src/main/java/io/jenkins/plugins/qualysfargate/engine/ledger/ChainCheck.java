package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a journal entry by entry and remembers the first link that does not hold; not for several threads. */
public final class ChainCheck {
    private final List<JournalHead> known;
    private JournalHead last;
    private long entries;
    private ChainVerdict.@Nullable Broken broken;

    /**
     * @param before where the journal stands before the first entry to come: {@link JournalHead#EMPTY}, or known from elsewhere
     * @param known ends that the journal had at some time, known from elsewhere
     */
    public ChainCheck(JournalHead before, List<JournalHead> known) {
        this.last = before;
        this.known = List.copyOf(known);
        checkKnown(before);
    }

    /**
     * All of a journal, up to where the ledger says that it ends, or further if it grows meanwhile.
     *
     * @param known ends that the journal had at some time, known from elsewhere
     */
    public static ChainVerdict all(Ledger ledger, List<JournalHead> known) {
        int page = 50;
        List<JournalHead> ends = new ArrayList<>(known);
        ends.add(ledger.head());
        ChainCheck check = new ChainCheck(JournalHead.EMPTY, ends);
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
            breakAt(
                    expected,
                    "entry " + expected + " does not follow on the entry before it: it names the hash "
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
            breakAt(
                    entry.sequence(),
                    "entry " + entry.sequence() + " was changed: its hash should be " + hash + " and is "
                            + entry.hash());
        }
    }

    private void checkKnown(JournalHead head) {
        for (JournalHead end : known) {
            if (end.sequence() == head.sequence() && !end.hash().equals(head.hash())) {
                breakAt(
                        head.sequence(),
                        "entry " + head.sequence() + " is another one than the one that was known: its" + " hash was "
                                + end.hash() + " and is " + head.hash());
            }
        }
    }

    private void breakAt(long sequence, String reason) {
        if (broken == null) {
            broken = new ChainVerdict.Broken(sequence, reason);
        }
    }

    /** What came of it, with all entries added. */
    public ChainVerdict ended() {
        for (JournalHead end : known) {
            if (end.sequence() > last.sequence()) {
                breakAt(
                        last.sequence() + 1,
                        "the journal ends with entry " + last.sequence() + ", but entry " + end.sequence()
                                + " was known");
            }
        }
        return broken == null ? new ChainVerdict.Whole(entries, last) : broken;
    }
}
