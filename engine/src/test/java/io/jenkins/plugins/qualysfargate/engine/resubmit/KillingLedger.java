package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.ledger.PassedLedger;

/** A ledger in memory during one of whose saves the process ends. */
final class KillingLedger extends PassedLedger {
    private final int at;
    private final boolean saved;
    private int commits;

    /**
     * @param at counted from 1; 0 for never
     * @param saved true if the save was done
     */
    KillingLedger(Ledger inner, int at, boolean saved) {
        super(inner);
        this.at = at;
        this.saved = saved;
    }

    @Override
    public void commit(Commit commit) throws LedgerConflictException {
        boolean now = ++commits == at;
        if (now && !saved) {
            throw new Killed("before save " + at);
        }
        super.commit(commit);
        if (now) {
            throw new Killed("after save " + at);
        }
    }

    int commits() {
        return commits;
    }
}
