package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which Qualys platform is meant, and the login for it. */
final class ConnectionOptions {
    @Option(
            names = "--pod",
            paramLabel = "POD",
            description = "Qualys platform, for example US2. Default: $QUALYS_POD.")
    private @Nullable String pod;

    @Option(names = "--gateway", paramLabel = "URL", description = "Gateway of a Qualys platform that has no pod name.")
    private @Nullable URI gateway;

    @Mixin
    private LoginOptions login = new LoginOptions();

    /** What is missing or contradicts itself, a sentence each. */
    List<String> problems(Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        if (gateway == null && podName(environment).isEmpty()) {
            problems.add("No Qualys platform is given. Use --pod (for example US2), $QUALYS_POD or --gateway.");
        }
        problems.addAll(login.problems(environment));
        return problems;
    }

    /** For scans. */
    QualysConnection connection(Session session, HttpSettings http) throws IOException {
        QualysPlatform platform = platform(session.environment());
        return new QualysConnection(platform, login.tokens(platform, http, session), null);
    }

    QualysPlatform platform(Map<String, String> environment) {
        return gateway != null
                ? new QualysPlatform.Gateway(gateway)
                : new QualysPlatform.Pod(PodName.parse(podName(environment)));
    }

    QualysLogin login(Map<String, String> environment) throws IOException {
        return login.login(environment);
    }

    private String podName(Map<String, String> environment) {
        return pod != null ? pod : environment.getOrDefault("QUALYS_POD", "");
    }
}
