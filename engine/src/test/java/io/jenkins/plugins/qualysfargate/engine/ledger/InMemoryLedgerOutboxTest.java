package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.time.Clock;

class InMemoryLedgerOutboxTest extends LedgerOutboxContractTest {
    @Override
    protected Ledger ledger() {
        return new InMemoryLedger(Clock.systemUTC());
    }
}
