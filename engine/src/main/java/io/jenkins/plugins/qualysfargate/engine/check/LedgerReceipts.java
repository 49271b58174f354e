package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.evidence.DeliveryNote;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Receipts;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.util.List;

/** Receipts on record: what was delivered, and what never will be; attempts that are repeated are not. */
public final class LedgerReceipts implements Receipts {
    private final Ledger ledger;

    public LedgerReceipts(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void record(Receipt receipt) {
        if (receipt.outcome() != Outcome.DELIVERED && receipt.outcome() != Outcome.REFUSED) {
            return;
        }
        boolean delivered = receipt.outcome() == Outcome.DELIVERED;
        DeliveryNote note = new DeliveryNote(
                receipt.messageId(),
                receipt.channel(),
                receipt.incident(),
                delivered ? DeliveryNote.DELIVERED : DeliveryNote.GIVEN_UP,
                1,
                delivered ? receipt.externalId() : receipt.detail());
        try {
            ledger.commit(Commit.of(List.of(), List.of(note.note(receipt.at()))));
        } catch (LedgerConflictException impossible) {
            throw new IllegalStateException("A note alone cannot conflict", impossible);
        }
    }
}
