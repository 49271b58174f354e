package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerContractTest;
import java.time.Clock;

class TableLedgerTest extends LedgerContractTest {
    private final TableLedgerSettings settings = TableStores.make();

    @Override
    protected Ledger open(Clock clock) {
        return TableStores.open(settings, clock);
    }

    @Override
    protected Ledger again(Clock clock) {
        return TableStores.open(settings, clock);
    }
}
