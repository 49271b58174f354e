package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class H2LedgerTest extends LedgerContractTest {
    @TempDir
    Path directory;

    @Override
    protected Ledger open(Clock clock) {
        return H2Ledger.open(directory, clock);
    }

    @Override
    protected Ledger again(Clock clock) {
        return H2Ledger.open(directory, clock);
    }
}
