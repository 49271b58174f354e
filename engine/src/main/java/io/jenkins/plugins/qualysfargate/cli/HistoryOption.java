package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which history a command reads. */
final class HistoryOption {
    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Where scans are kept. Default: qualys-fargate/history in the user's state directory.")
    @Nullable
    Path history;

    /** Opens it; a directory that is not there is a mistake, not an empty history. */
    History open(Session session) {
        return H2History.open(directory(session), session.clock());
    }

    /** @throws UsageException if it is not there */
    Path directory(Session session) {
        Path directory = history == null ? session.defaultHistory() : history;
        if (!Files.isDirectory(directory)) {
            throw new UsageException(
                    "There is no history in " + directory
                            + ". Scans are kept there by 'scan', and by 'gate --history DIR'; name another one with --history.");
        }
        return directory;
    }
}
