package io.jenkins.plugins.qualysfargate.jenkins.agent;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How registries are asked from an agent; it carries logins, so it is sent and never kept. */
public final class RegistryCalls implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> environment;
    private final HashSet<String> insecureRegistries;
    private final String certificates;

    /**
     * @param environment proxies, registry logins, and where the agent's own logins are
     * @param insecureRegistries {@code host[:port]} that may be asked over plain HTTP
     * @param certificates PEM text of what is trusted besides the certificates of Java; empty for none
     */
    public RegistryCalls(Map<String, String> environment, Set<String> insecureRegistries, String certificates) {
        this.environment = new HashMap<>(environment);
        this.insecureRegistries = new HashSet<>(insecureRegistries);
        this.certificates = certificates;
    }

    Map<String, String> environment() {
        return environment;
    }

    Set<String> insecureRegistries() {
        return insecureRegistries;
    }

    String certificates() {
        return certificates;
    }
}
