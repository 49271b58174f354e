package io.jenkins.plugins.qualysfargate.jenkins.tool;

import hudson.EnvVars;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.threat.FeedSources;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.config.Connections;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import io.jenkins.plugins.qualysfargate.jenkins.config.Policies;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.scan.ScanSettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What scans need of the settings, the folders, the credentials and the tools of this Jenkins; asked anew every time. */
// Behind every other one, so that a test can put its own in the place of this one.
@Extension(ordinal = -1)
public final class AdministeredScans implements ScanSettings {

    @Override
    public QualysConnection connection(Run<?, ?> run, String credentialsId, String pod) throws ScanRefusedException {
        return Connections.current().connection(run, credentialsId, pod);
    }

    @Override
    public ScannerLocation scanner(String installation, Node node, EnvVars environment, TaskListener log)
            throws ScanRefusedException, IOException, InterruptedException {
        return Scanners.location(installation, node, environment, log);
    }

    @Override
    public Policy central(String name) throws ScanRefusedException {
        return Policies.current().central(name);
    }

    @Override
    public Optional<Policy> defaultPolicy() throws ScanRefusedException {
        return Policies.current().defaultPolicy();
    }

    @Override
    public List<Policy> floors(Item job) throws ScanRefusedException {
        return Policies.current().floors(job);
    }

    @Override
    public boolean isBuiltInNodeAllowed() {
        return QualysConfiguration.get().isAllowBuiltInNode();
    }

    @Override
    public Set<String> insecureRegistries() {
        return NetworkSettings.plainRegistries();
    }

    @Override
    public String certificates() throws ScanRefusedException {
        return NetworkSettings.current().certificates();
    }

    @Override
    public Map<String, String> proxyVariables() {
        return NetworkSettings.proxyVariables();
    }

    @Override
    public FeedSources feeds() {
        QualysConfiguration settings = QualysConfiguration.get();
        return new FeedSources(Util.fixEmpty(settings.getKevFeed()), Util.fixEmpty(settings.getEpssFeed()));
    }

    @Override
    public HttpSettings http() throws ScanRefusedException {
        return NetworkSettings.current().http();
    }

    @Override
    public int longestScanMinutes() {
        return QualysConfiguration.get().getMaxScanMinutes();
    }

    @Override
    public int historyDays() {
        return QualysConfiguration.get().getHistoryDays();
    }
}
