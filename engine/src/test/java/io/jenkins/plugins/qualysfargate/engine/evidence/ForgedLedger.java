package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.PassedLedger;
import java.util.List;
import java.util.function.UnaryOperator;

/** A ledger in whose journal somebody has changed one note and left the hashes as they were. */
final class ForgedLedger extends PassedLedger {
    private final long sequence;
    private final UnaryOperator<JournalNote> forgery;

    ForgedLedger(Ledger ledger, long sequence, UnaryOperator<JournalNote> forgery) {
        super(ledger);
        this.sequence = sequence;
        this.forgery = forgery;
    }

    @Override
    public List<JournalEntry> journal(long fromSequence, int limit) {
        return super.journal(fromSequence, limit).stream()
                .map(entry -> entry.sequence() == sequence
                        ? new JournalEntry(sequence, forgery.apply(entry.note()), entry.previousHash(), entry.hash())
                        : entry)
                .toList();
    }
}
