package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class InMemoryLedgerTest extends LedgerContractTest {
    private @Nullable InMemoryLedger ledger;

    @Override
    protected Ledger open(Clock clock) {
        ledger = new InMemoryLedger(clock);
        return ledger;
    }

    @Override
    protected Ledger again(Clock clock) {
        return Objects.requireNonNull(ledger, "opened before");
    }
}
