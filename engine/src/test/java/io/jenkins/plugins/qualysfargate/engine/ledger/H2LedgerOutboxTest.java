package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class H2LedgerOutboxTest extends LedgerOutboxContractTest {
    @TempDir
    Path directory;

    @Override
    protected Ledger ledger() {
        return H2Ledger.open(directory, Clock.systemUTC());
    }
}
