package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.ledger.PassedLedger;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A ledger in memory whose saves now and then fail, before they are done or after; remembers every message. */
final class FailingLedger extends PassedLedger {
    final List<OutboxMessage> messages = new ArrayList<>();
    private final Random random;
    private final int oneIn;

    /** @param oneIn about every how many saves fail; 0 for none */
    FailingLedger(Clock clock, Random random, int oneIn) {
        super(new InMemoryLedger(clock));
        this.random = random;
        this.oneIn = oneIn;
    }

    @Override
    public void commit(Commit commit) throws LedgerConflictException {
        int luck = oneIn == 0 ? -1 : random.nextInt(2 * oneIn);
        if (luck == 0) {
            throw new LedgerUnavailableException("The call was lost.", new IOException("lost call"));
        }
        super.commit(commit);
        messages.addAll(commit.messages());
        if (luck == 1) {
            throw new LedgerUnavailableException("The answer was lost.", new IOException("lost answer"));
        }
    }
}
