package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.qscanner.CentralPolicy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import io.jenkins.plugins.qualysfargate.engine.registry.RegistrySettings;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How images are scanned and judged, whatever says which ones. */
final class ScanSetup {
    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private ScannerOptions scanner = new ScannerOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

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
            converter = DurationConverter.class,
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

    @Mixin
    private TellOptions tell = new TellOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    /** @throws UsageException if something is missing without which nothing can be scanned, all of it at once */
    void check(Session session) {
        List<String> problems = new ArrayList<>(connection.problems(session.environment()));
        problems.addAll(scanner.missing());
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
    }

    /** Where scans are kept; null for nowhere. */
    @Nullable
    Path history(Session session) {
        return cache.history(session);
    }

    List<Platform> platforms() {
        return platforms.stream().map(Platform::parse).toList();
    }

    ScannerSource source() {
        return scanner.source();
    }

    ScanOrder order(List<ImageReference> images, Session session) throws IOException {
        HttpSettings http = network.http(session);
        return new ScanOrder(
                images,
                platforms(),
                ScanType.parseList(scanTypes),
                timeout,
                cache.use(),
                baseline.choice(history(session) != null),
                connection.connection(session, http),
                RegistryAccess.fromEnvironment(session.environment()),
                scanOptions());
    }

    EngineSettings settings(Session session) {
        HttpSettings http = network.http(session);
        return policy.applyTo(
                EngineSettings.in(session.home(), session.clock())
                        .withHistory(history(session))
                        .withNetwork(http, registries(), session.environment())
                        .withAws(use(http, session)),
                session.terminal().err());
    }

    private AwsUse use(HttpSettings http, Session session) {
        AwsSettings aws = connection.aws().settings(http);
        return tell.use(aws, cache.onAws(aws, session), session.environment(), history(session) != null);
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
