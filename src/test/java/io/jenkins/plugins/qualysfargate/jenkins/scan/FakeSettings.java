package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.threat.FeedSources;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shim. */
final class FakeSettings implements ScanSettings {
    static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.ZW5kLXRvLWVuZA.nobody-may-read-this";

    /** Instead of whatever an administrator would have set up. */
    static void install() {
        ExtensionList<ScanSettings> settings = ExtensionList.lookup(ScanSettings.class);
        settings.removeAll(List.copyOf(settings));
        settings.add(new FakeSettings());
    }

    @Override
    public QualysConnection connection(Run<?, ?> run, String credentialsId, String pod) {
        return new QualysConnection(
                new QualysPlatform.Pod(PodName.US2), TokenSource.fixed(Credential.of("token", TOKEN)), null);
    }

    @Override
    public ScannerLocation scanner(String installation, Node node, EnvVars environment, TaskListener log)
            throws ScanRefusedException {
        throw new ScanRefusedException("no installation");
    }

    @Override
    public Policy central(String name) throws ScanRefusedException {
        throw new ScanRefusedException("no central policy " + name);
    }

    @Override
    public Optional<Policy> defaultPolicy() {
        return Optional.empty();
    }

    @Override
    public List<Policy> floors(Item job) {
        return List.of();
    }

    @Override
    public boolean isBuiltInNodeAllowed() {
        return false;
    }

    @Override
    public Set<String> insecureRegistries() {
        return Set.of();
    }

    @Override
    public String certificates() {
        return "";
    }

    @Override
    public Map<String, String> proxyVariables() {
        return Map.of();
    }

    @Override
    public FeedSources feeds() {
        return FeedSources.none();
    }

    @Override
    public int historyDays() {
        return 365;
    }
}
