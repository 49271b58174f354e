package io.jenkins.plugins.qualysfargate.engine.history;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2HistoryTest extends HistoryContractTest {
    @TempDir
    Path directory;

    @Override
    protected History open() {
        return H2History.open(directory.resolve("nested/history"), CLOCK);
    }
}
