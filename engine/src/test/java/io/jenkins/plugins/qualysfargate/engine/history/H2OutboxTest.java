package io.jenkins.plugins.qualysfargate.engine.history;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class H2OutboxTest extends HistoryOutboxContractTest {
    @TempDir
    Path directory;

    @Override
    protected History history() {
        return H2History.open(directory, Clock.systemUTC());
    }
}
