package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The scanner's command line for one attempt: global options, {@code image}, its options, the target. No secret is in it. */
public final class CommandLine {
    // 20 times at most 30 seconds stay within the report wait of ScannerSettings, so that QScanner gives up by itself.
    private static final String NETWORK_RETRIES = "20";
    private static final String NETWORK_WAIT_MIN = "15s";
    private static final String NETWORK_WAIT_MAX = "30s";

    private CommandLine() {}

    /**
     * All arguments, the executable first.
     *
     * @param directories nobody else's, because scans that share a cache wait for each other
     * @throws IllegalArgumentException naming a value that could be taken for an option
     */
    public static List<String> of(ScanRequest request, String binary, ScanDirectories directories) {
        ScanOptions options = request.options();
        List<String> arguments = new ArrayList<>(List.of(binary));
        arguments.addAll(connection(request.connection()));
        arguments.addAll(mode(options.centralPolicy()));
        add(arguments, "--scan-types", scanTypes(request));
        add(arguments, "--format", "json");
        add(arguments, "--report-format", "sarif");
        add(arguments, "--output-dir", Argument.value("the output directory", directories.output()));
        add(arguments, "--cache-dir", Argument.value("the cache directory", directories.cache()));
        add(arguments, "--scan-timeout", request.timeout().toSeconds() + "s");
        add(arguments, "--max-network-retries", NETWORK_RETRIES);
        add(arguments, "--network-retry-wait-min", NETWORK_WAIT_MIN);
        add(arguments, "--network-retry-wait-max", NETWORK_WAIT_MAX);
        add(arguments, "--log-level", options.logLevel().word());
        arguments.addAll(narrowing(options));
        arguments.add("image");
        if (options.storageDriver() != StorageDriver.NONE) {
            add(arguments, "--storage-driver", options.storageDriver().word());
        }
        add(arguments, "--platform", request.platform().toString());
        arguments.add(Argument.value("the image", request.image().toString()));
        return List.copyOf(arguments);
    }

    private static List<String> connection(QualysConnection connection) {
        List<String> arguments = new ArrayList<>(connection
                .platform()
                .fold(
                        pod -> List.of("--pod", pod.name().name()),
                        // The vendor documents an option for the gateway; its name is not confirmed by a second source.
                        gateway -> List.of("--gateway-url", gateway.url().toString())));
        if (connection.proxy() != null) {
            add(arguments, "--proxy", connection.proxy().toString());
        }
        return arguments;
    }

    private static List<String> mode(@Nullable CentralPolicy policy) {
        if (policy == null) {
            return List.of("--mode", "get-report");
        }
        List<String> arguments = new ArrayList<>(List.of("--mode", "evaluate-policy"));
        if (!policy.tags().isEmpty()) {
            add(arguments, "--policy-tags", Argument.list("the policy tag", policy.tags()));
        }
        return arguments;
    }

    private static String scanTypes(ScanRequest request) {
        return request.scanTypes().stream().sorted().map(type -> type.word()).collect(Collectors.joining(","));
    }

    private static List<String> narrowing(ScanOptions options) {
        List<String> arguments = new ArrayList<>();
        if (options.secretConfig() != null) {
            String file = options.secretConfig().toAbsolutePath().toString();
            add(arguments, "--secret-config-file", Argument.value("the secret rules", file));
        }
        if (!options.excludeDirs().isEmpty()) {
            add(arguments, "--exclude-dirs", Argument.list("the excluded directory", options.excludeDirs()));
        }
        if (options.offline()) {
            arguments.add("--offline-scan=true");
        }
        if (options.skipJavaDbUpdate()) {
            arguments.add("--skip-java-db-update=true");
        }
        return arguments;
    }

    private static void add(List<String> arguments, String option, String value) {
        arguments.add(option);
        arguments.add(value);
    }
}
