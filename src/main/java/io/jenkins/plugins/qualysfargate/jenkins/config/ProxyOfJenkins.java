package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.engine.http.NoProxy;
import io.jenkins.plugins.qualysfargate.engine.http.Proxy;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/** The proxy that Jenkins has, if it has one, in the words of the engine and of programs on agents. */
final class ProxyOfJenkins implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;
    private final String user;
    private final CarriedSecret password;
    private final ArrayList<String> direct;

    private ProxyOfJenkins(String host, int port, String user, String password, @CheckForNull String direct) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = new CarriedSecret(password);
        this.direct = new ArrayList<>(DirectHosts.of(direct));
    }

    static ProxyOfJenkins of(@CheckForNull ProxyConfiguration proxy) {
        if (proxy == null || proxy.getName() == null) {
            return new ProxyOfJenkins("", 0, "", "", "");
        }
        return new ProxyOfJenkins(
                proxy.getName(),
                proxy.getPort(),
                Util.fixNull(proxy.getUserName()),
                Secret.toString(proxy.getSecretPassword()),
                proxy.getNoProxyHost());
    }

    ProxySettings settings() {
        if (host.isEmpty()) {
            return ProxySettings.NONE;
        }
        Proxy proxy = new Proxy(host, port, user, password.value());
        return new ProxySettings(proxy, proxy, NoProxy.ofPatterns(direct));
    }

    Map<String, String> variables() {
        if (host.isEmpty()) {
            return Map.of();
        }
        String address = "http://" + login() + host + ":" + port;
        return Map.of("HTTP_PROXY", address, "HTTPS_PROXY", address, "NO_PROXY", DirectHosts.variable(direct));
    }

    private String login() {
        return user.isEmpty() ? "" : encoded(user) + ":" + encoded(password.value()) + "@";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the login. */
    @Override
    public String toString() {
        return host.isEmpty() ? "no proxy" : host + ":" + port;
    }
}
