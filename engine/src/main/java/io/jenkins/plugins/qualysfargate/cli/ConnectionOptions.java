package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the scanner reaches Qualys. The token comes from the environment or a file, never from an argument. */
final class ConnectionOptions {
    private static final String TOKEN = "QUALYS_ACCESS_TOKEN";

    @Option(
            names = "--pod",
            paramLabel = "POD",
            description = "Qualys platform, for example US2. Default: $QUALYS_POD.")
    @Nullable
    String pod;

    @Option(names = "--gateway", paramLabel = "URL", description = "Gateway of a Qualys platform that has no pod name.")
    @Nullable
    URI gateway;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the Qualys access token, read for every scan. Default: $QUALYS_ACCESS_TOKEN.")
    @Nullable
    Path tokenFile;

    /** What must be given and is not, a sentence each. */
    List<String> missing(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        if (gateway == null && podName(environment).isEmpty()) {
            missing.add("No Qualys platform is given. Use --pod (for example US2), $QUALYS_POD or --gateway.");
        }
        Path file = tokenFile;
        if (file == null && environment.getOrDefault(TOKEN, "").isEmpty()) {
            missing.add("No Qualys access token is given. Set $" + TOKEN + " or use --token-file.");
        } else if (file != null && !Files.isReadable(file)) {
            missing.add("The token file " + file + " does not exist or may not be read.");
        }
        return missing;
    }

    private String podName(Map<String, String> environment) {
        return pod != null ? pod : environment.getOrDefault("QUALYS_POD", "");
    }

    QualysConnection connection(Map<String, String> environment) {
        return new QualysConnection(platform(environment), tokens(environment), null);
    }

    private QualysPlatform platform(Map<String, String> environment) {
        if (gateway != null) {
            return new QualysPlatform.Gateway(gateway);
        }
        return new QualysPlatform.Pod(PodName.parse(podName(environment)));
    }

    private TokenSource tokens(Map<String, String> environment) {
        Path file = tokenFile;
        if (file != null) {
            return () -> fromFile(file);
        }
        return TokenSource.fixed(Credential.of("$" + TOKEN, environment.getOrDefault(TOKEN, "")));
    }

    private static Credential fromFile(Path file) throws IOException {
        try {
            return Credential.of("the token in " + file, Files.readString(file));
        } catch (IllegalArgumentException unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }
}
