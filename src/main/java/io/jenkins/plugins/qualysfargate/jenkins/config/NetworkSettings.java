package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.registry.RegistrySettings;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * How calls leave Jenkins and its agents: the proxy that Jenkins has, and the certificates and plain registries that an
 * administrator has named. It may be sent to an agent and kept with a build.
 */
public final class NetworkSettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ProxyOfJenkins proxy;
    private final CaCertificates certificates;

    private NetworkSettings(ProxyOfJenkins proxy, CaCertificates certificates) {
        this.proxy = proxy;
        this.certificates = certificates;
    }

    /**
     * As they are set now.
     *
     * @throws ScanRefusedException if the file of certificates cannot be used
     */
    public static NetworkSettings current() throws ScanRefusedException {
        return new NetworkSettings(
                ProxyOfJenkins.of(JenkinsFacade.get().proxy()),
                CaCertificates.read(QualysConfiguration.get().getCaFile()));
    }

    /** For calls from the controller. */
    public HttpSettings http() {
        return http(certificates.file());
    }

    /**
     * For calls from an agent, which does not have the controller's files.
     *
     * @param directory of the agent, where the certificates are put if there are any
     */
    public HttpSettings httpOnAgent(Path directory) throws IOException {
        return http(certificates.putInto(directory));
    }

    private HttpSettings http(@CheckForNull Path caFile) {
        return HttpSettings.DEFAULT.withProxy(proxy.settings()).withCaFile(caFile);
    }

    /** PEM text of what is trusted besides the certificates of Java; empty for none. */
    public String certificates() {
        return certificates.text();
    }

    /** {@code host[:port]} of registries that may be asked over plain HTTP. */
    public static Set<String> plainRegistries() {
        return Set.copyOf(SettingsProblems.hosts(QualysConfiguration.get().getInsecureRegistries()));
    }

    /** For resolving images. */
    public static RegistrySettings registries() {
        RegistrySettings defaults = RegistrySettings.DEFAULT;
        return new RegistrySettings(plainRegistries(), defaults.callTimeout(), defaults.resolveTimeout());
    }

    /**
     * What the scanner on an agent finds its proxy in, over what the agent itself says; empty if Jenkins has no proxy. It
     * holds the password, so it belongs into the environment of that one process and nowhere else.
     */
    public static Map<String, String> proxyVariables() {
        return ProxyOfJenkins.of(JenkinsFacade.get().proxy()).variables();
    }

    @Override
    public String toString() {
        return proxy.toString();
    }
}
