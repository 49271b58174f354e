package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceFile;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceFileReading;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which compliance file a command goes by, and where it keeps what it finds. */
final class CheckOptions {
    private static final String FILE = "QUALYS_FARGATE_COMPLIANCE";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The compliance file. Default: $" + FILE + ", else compliance.yaml.")
    private @Nullable Path file;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Where occurrences, incidents and the journal are kept. Default: qualys-fargate/compliance in the"
                            + " user's state directory.")
    private @Nullable Path state;

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Where scans of images are kept, for sources of type images.")
    private @Nullable Path history;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    Path file(Session session) {
        return file == null ? Path.of(session.environment().getOrDefault(FILE, "compliance.yaml")) : file;
    }

    /** @throws UsageException if it cannot be read, with everything that is wrong with it */
    ComplianceSettings settings(Session session) {
        Path path = file(session);
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException failed) {
            throw new UsageException("Cannot read the compliance file " + path + ": " + FileProblem.of(failed)
                    + ". Name another one with --file.");
        }
        ComplianceFileReading reading = ComplianceFile.read(path.toString(), text);
        return reading.fold(
                valid -> {
                    valid.warnings().forEach(each -> session.terminal().note("Warning: " + each));
                    return valid.settings();
                },
                invalid -> {
                    throw new UsageException("The compliance file cannot be used:\n"
                            + invalid.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
                });
    }

    /** Where it is kept if it is kept on this machine. */
    Path state(Session session) {
        return state == null ? session.home().resolve("compliance") : state;
    }

    /** An engine with the history and the place on AWS that the options name. */
    ComplianceEngine engine(Session session) {
        EngineSettings settings = session.settings();
        AwsSettings calls = aws.settings(network.http(session));
        SharedStores shared = store.stores(calls, session.environment(), history != null || state != null);
        Path scans = history == null ? session.defaultHistory() : history;
        EngineSettings near = settings.withNetwork(network.http(session), settings.registries(), session.environment());
        return new ComplianceEngine(
                shared == null
                        ? near.withHistory(Files.isDirectory(scans) ? scans : null)
                                .withAws(AwsUse.calling(calls))
                        : near.withAws(AwsUse.calling(calls).keeping(shared)));
    }

    /** The check as these options have it, looking at nothing by itself. */
    <T> T with(Session session, Function<ScanCompliance, T> use) {
        ComplianceSettings settings = settings(session);
        try (ComplianceEngine engine = engine(session);
                ScanCompliance compliance = new ScanCompliance(
                        engine,
                        settings,
                        new EnvironmentCredentials(session.environment()),
                        engine.ledger(state(session)),
                        Runnable::run)) {
            return use.apply(compliance);
        }
    }

    /** Who acts, as far as the process knows. */
    static String user(Session session) {
        return session.environment().getOrDefault("USER", System.getProperty("user.name", "unknown"));
    }
}
