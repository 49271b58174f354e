package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistory;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which history a command reads. */
final class HistoryOption {
    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Where scans are kept. Default: qualys-fargate/history in the user's state directory.")
    @Nullable
    Path history;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    /** How AWS is called, where the history may be. */
    AwsOptions aws() {
        return aws;
    }

    /** Opens it; a directory that is not there is a mistake, not an empty history. */
    History open(Session session) {
        SharedStores shared = onAws(session);
        return shared != null
                ? new CloudHistory(new AwsClients(settings(session)), shared.history(), session.clock())
                : H2History.open(directory(session), session.clock());
    }

    /** Settings that name it, with nobody told of anything. */
    EngineSettings in(Session session) {
        SharedStores shared = onAws(session);
        return shared == null
                ? session.settings().withHistory(directory(session))
                : session.settings().withAws(AwsUse.calling(settings(session)).keeping(shared));
    }

    /** Where it is on AWS; null if it is on this machine. */
    @Nullable
    SharedStores onAws(Session session) {
        return store.stores(settings(session), session.environment(), history != null);
    }

    private AwsSettings settings(Session session) {
        return aws.settings(session.settings().http());
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
