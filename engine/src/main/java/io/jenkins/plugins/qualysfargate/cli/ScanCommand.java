package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.qscanner.CentralPolicy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import io.jenkins.plugins.qualysfargate.engine.registry.RegistrySettings;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scans images for real: registry, scanner, verdict, history. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Scan images with QScanner and judge what it finds. The login for Qualys is read from"
                + " $QUALYS_ACCESS_TOKEN, a file, or $QUALYS_CLIENT_ID and $QUALYS_CLIENT_SECRET.",
        footer = {
            "",
            "Example:",
            "  qualys-fargate scan registry.example/app:1.4.2 --pod US2 --scanner /opt/qscanner --scanner-sha256 …"
        })
final class ScanCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private ScannerOptions scanner = new ScannerOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Image as registry/name:tag or registry/name@digest.")
    private List<String> images = new ArrayList<>();

    @Option(
            names = "--platform",
            paramLabel = "OS/ARCH",
            description = "Platform to scan, may be given several times. Default: every platform of the image.")
    private List<String> platforms = new ArrayList<>();

    @Option(
            names = "--scan-types",
            paramLabel = "LIST",
            description = "What to look for. Default: ${DEFAULT-VALUE}.",
            defaultValue = "pkg,secret")
    private String scanTypes = "pkg,secret";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long the scanner may take for one platform. Default: ${DEFAULT-VALUE}.",
            defaultValue = "5m")
    private Duration timeout = Duration.ofMinutes(5);

    @Option(
            names = "--policy-tags",
            split = ",",
            paramLabel = "TAG",
            description = "Also ask the central Qualys policies with these tags.")
    private @Nullable List<String> policyTags;

    @Option(names = "--allow-audit", description = "Go on when no central policy was evaluated (exit code 43).")
    private boolean allowAudit;

    @Option(
            names = "--insecure-registry",
            paramLabel = "HOST",
            description = "Registry that may be asked over plain HTTP.")
    private Set<String> insecureRegistries = Set.of();

    @Option(
            names = "--attach-status",
            description =
                    "Keep the result beside each image in its registry, as an OCI referrer. Needs the right to push;"
                            + " tags and digests stay as they are.")
    private boolean attachStatus;

    @Mixin
    private TellOptions tell = new TellOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    ScanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> environment = session.environment();
        output.check();
        List<String> problems = new ArrayList<>(connection.problems(environment));
        problems.addAll(scanner.missing());
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        HttpSettings http = network.http(session);
        ScannerSource source = scanner.source();
        ScanOrder order = new ScanOrder(
                images.stream().map(ImageReference::parse).toList(),
                platforms.stream().map(Platform::parse).toList(),
                ScanType.parseList(scanTypes),
                timeout,
                cache.use(),
                baseline.choice(cache.history(session) != null),
                connection.connection(session, http),
                RegistryAccess.fromEnvironment(environment),
                scanOptions());
        EngineSettings settings = policy.applyTo(
                EngineSettings.in(session.home(), session.clock())
                        .withHistory(cache.history(session))
                        .withNetwork(http, registries(), environment)
                        .withAws(use(http)),
                session.terminal().err());
        ScanLog log = session.terminal()::note;
        try (ComplianceEngine engine = new ComplianceEngine(settings)) {
            GateRun run = Interruption.during(cancellation -> engine.scan(order, source, log, cancellation));
            engine.tell(run).forEach(session.terminal()::note);
            if (attachStatus) {
                engine.attachStatus(run).forEach(session.terminal()::note);
            }
            return output.finish(run, engine.history().orElse(null), common, session);
        }
    }

    private AwsUse use(HttpSettings http) {
        AwsSettings settings = connection.aws().settings(http);
        return tell.use(
                settings, cache.onAws(settings, session), session.environment(), cache.history(session) != null);
    }

    private ScanOptions scanOptions() {
        ScanOptions defaults = ScanOptions.defaults();
        return policyTags == null && !allowAudit
                ? defaults
                : new ScanOptions(
                        defaults.storageDriver(),
                        defaults.secretConfig(),
                        defaults.excludeDirs(),
                        defaults.offline(),
                        defaults.skipJavaDbUpdate(),
                        new CentralPolicy(policyTags == null ? List.of() : policyTags, allowAudit),
                        defaults.logLevel());
    }

    private RegistrySettings registries() {
        RegistrySettings defaults = RegistrySettings.DEFAULT;
        return new RegistrySettings(insecureRegistries, defaults.callTimeout(), defaults.resolveTimeout());
    }
}
