package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.scan.GateOrder;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges reports that a scanner has written already. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = "Judge reports that a scanner has written: SARIF files of any scanner, or output directories of"
                + " QScanner.",
        footer = {
            "",
            "Examples:",
            "  qualys-fargate gate --report build/scan --image registry.example/app@sha256:…",
            "  qualys-fargate gate --report trivy.sarif --fail-on high --json"
        })
final class GateCommand implements Callable<Integer> {
    private static final long LARGE = 100L << 20;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Option(
            names = "--report",
            arity = "1..*",
            required = true,
            paramLabel = "FILE|DIR",
            description = "SARIF file, or output directory of one QScanner run.")
    private List<Path> reports = new ArrayList<>();

    @Option(names = "--image", paramLabel = "NAME@DIGEST", description = "What the report must be of.")
    private @Nullable String image;

    @Option(
            names = "--scan-types",
            paramLabel = "LIST",
            description = "What must have been looked for in an output directory: pkg, os, sca, secret, malware,"
                    + " fileinsight, compliance. Default: ${DEFAULT-VALUE}.",
            defaultValue = "pkg,secret")
    private String scanTypes = "pkg,secret";

    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long ago the scan may have ended, for example 24h. Default: any time.")
    private @Nullable Duration maxAge;

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Keep the verdicts here, and compare with earlier ones.")
    private @Nullable Path history;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private TellOptions tell = new TellOptions();

    GateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        output.check();
        AwsUse use = use();
        GateOrder order = new GateOrder(
                reports,
                image == null ? null : ImageReference.parse(image),
                ScanType.parseList(scanTypes),
                maxAge,
                baseline.choice(history != null || use.stores() != null));
        EngineSettings settings = policy.applyTo(
                session.settings().withHistory(history).withAws(use),
                session.terminal().err());
        announceLargeReports();
        try (ComplianceEngine engine = new ComplianceEngine(settings)) {
            GateRun run = engine.gate(order);
            engine.tell(run).forEach(session.terminal()::note);
            return output.finish(run, engine.history().orElse(null), common, session);
        }
    }

    private AwsUse use() {
        AwsSettings settings = aws.settings(session.settings().http());
        SharedStores shared = store.stores(settings, session.environment(), history != null);
        return tell.use(settings, shared, session.environment(), shared != null || history != null);
    }

    private void announceLargeReports() throws IOException {
        for (Path report : reports) {
            if (Files.isRegularFile(report) && Files.size(report) > LARGE) {
                session.terminal().err().printf("Reading %s (%d MiB)%n", report, Files.size(report) >> 20);
            }
        }
    }
}
