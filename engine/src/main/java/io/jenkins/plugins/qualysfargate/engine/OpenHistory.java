package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistory;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A history that is opened when it is first asked for, once for everybody who shares it. */
final class OpenHistory implements AutoCloseable {
    private final @Nullable Path directory;
    private final AwsUse aws;
    private final Clock clock;
    private @Nullable History history;

    /**
     * @param directory null for no history on this machine
     * @param aws where it is kept if it is on AWS
     */
    OpenHistory(@Nullable Path directory, AwsUse aws, Clock clock) {
        this.directory = directory;
        this.aws = aws;
        this.clock = clock;
    }

    synchronized Optional<History> get() {
        if (history == null && aws.stores() != null) {
            history = new CloudHistory(
                    new AwsClients(aws.settings()), aws.stores().history(), clock);
        } else if (history == null && directory != null) {
            history = H2History.open(directory, clock, H2History.DEFAULT_PATIENCE, H2History.BURST);
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
