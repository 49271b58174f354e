package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerOutboxContractTest;
import java.time.Clock;

class TableLedgerOutboxTest extends LedgerOutboxContractTest {
    @Override
    protected Ledger ledger() {
        return TableStores.open(TableStores.make(), Clock.systemUTC());
    }
}
