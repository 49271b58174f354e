package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A history that is opened when it is first asked for, once for everybody who shares it. */
final class OpenHistory implements AutoCloseable {
    private final @Nullable Path directory;
    private final Clock clock;
    private @Nullable History history;

    /** @param directory null for no history */
    OpenHistory(@Nullable Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    synchronized Optional<History> get() {
        if (history == null && directory != null) {
            history = H2History.open(directory, clock);
        }
        return Optional.ofNullable(history);
    }

    @Override
    public synchronized void close() {
        if (history != null) {
            history.close();
            history = null;
        }
    }
}
