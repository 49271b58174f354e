package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.secret.StoredQualysLogin;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
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

    @Mixin
    private AwsOptions aws = new AwsOptions();

    /** What is missing or contradicts itself, a sentence each. */
    List<String> problems(Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        if (gateway == null && podName(environment).isEmpty() && login.secret(environment) == null) {
            problems.add("No Qualys platform is given. Use --pod (for example US2), $QUALYS_POD or --gateway.");
        }
        problems.addAll(login.problems(environment));
        return problems;
    }

    /** How AWS is called, where the login for Qualys may be and registries may stand. */
    AwsOptions aws() {
        return aws;
    }

    /** For scans; what it opens stays open as long as the process. */
    QualysConnection connection(Session session, HttpSettings http) throws IOException {
        StoredQualysLogin stored = stored(session, http);
        QualysPlatform platform = platform(session.environment(), stored);
        TokenSource tokens = stored != null ? stored : login.tokens(platform, http, session);
        return new QualysConnection(platform, tokens, null);
    }

    /** Platform and login as they are now. */
    Login login(Session session, HttpSettings http) throws IOException {
        StoredQualysLogin stored = stored(session, http);
        QualysPlatform platform = platform(session.environment(), stored);
        return new Login(
                platform,
                stored != null ? new QualysLogin.FixedToken(stored.token()) : login.login(session.environment()));
    }

    /** Where to log in, with what. */
    record Login(QualysPlatform platform, QualysLogin login) {}

    private @Nullable StoredQualysLogin stored(Session session, HttpSettings http) {
        String secret = login.secret(session.environment());
        return secret == null
                ? null
                : new StoredQualysLogin(
                        new AwsClients(aws.settings(http)), secret, StoredQualysLogin.DEFAULT_MAX_AGE, session.clock());
    }

    private QualysPlatform platform(Map<String, String> environment, @Nullable StoredQualysLogin stored)
            throws IOException {
        if (gateway != null) {
            return new QualysPlatform.Gateway(gateway);
        }
        String named = podName(environment);
        if (named.isEmpty() && stored != null) {
            PodName pod = stored.secret().pod();
            if (pod == null) {
                throw new UsageException(
                        "The secret names no Qualys platform (qualys_pod). Add it there, or use --pod.");
            }
            return new QualysPlatform.Pod(pod);
        }
        return new QualysPlatform.Pod(PodName.parse(named));
    }

    private String podName(Map<String, String> environment) {
        return pod != null ? pod : environment.getOrDefault("QUALYS_POD", "");
    }
}
