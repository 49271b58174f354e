package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.threat.FeedSources;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What administrators have set up, as far as a scan needs it. There is one. */
public interface ScanSettings extends ExtensionPoint {

    /**
     * How a build reaches Qualys.
     *
     * @param credentialsId empty for the default of the folder or of this Jenkins
     * @param pod empty for that of the credentials, or the default of this Jenkins
     * @throws ScanRefusedException if there are no such credentials for this build, or no such platform
     */
    QualysConnection connection(Run<?, ?> run, String credentialsId, String pod) throws ScanRefusedException;

    /**
     * Where the scanner comes from.
     *
     * @param installation empty for the default one
     * @throws ScanRefusedException if there is no such installation
     */
    ScannerLocation scanner(String installation, Node node, EnvVars environment, TaskListener log)
            throws ScanRefusedException, IOException, InterruptedException;

    /** @throws ScanRefusedException if there is no central policy of this name, or it is broken */
    Policy central(String name) throws ScanRefusedException;

    /** The policy of builds that name none. */
    Optional<Policy> defaultPolicy() throws ScanRefusedException;

    /**
     * The policies that every scan of this job must keep to, whatever the job says.
     *
     * @throws ScanRefusedException if one of them is gone or broken, because a scan without it would be too loose
     */
    List<Policy> floors(Item job) throws ScanRefusedException;

    /** Whether builds may scan on the controller itself. */
    boolean isBuiltInNodeAllowed();

    /** Registries that may be asked over plain HTTP. */
    Set<String> insecureRegistries();

    /** PEM text of certificates that are trusted besides those of Java; empty for none. */
    String certificates() throws ScanRefusedException;

    /** {@code HTTPS_PROXY} and its like for programs on agents; empty for no proxy. */
    Map<String, String> proxyVariables();

    FeedSources feeds();

    /**
     * How Jenkins itself calls others, the threat feeds above all.
     *
     * @throws ScanRefusedException if the certificates that administrators have named cannot be used
     */
    default HttpSettings http() throws ScanRefusedException {
        return HttpSettings.DEFAULT;
    }

    /** How long a scan may ask for, in minutes. */
    default int longestScanMinutes() {
        return (int) Duration.ofDays(1).toMinutes();
    }

    /** For how many days a scan is kept in the history. */
    int historyDays();
}
