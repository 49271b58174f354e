package io.jenkins.plugins.qualysfargate.engine.http;

/** Lets the JDK's client send Basic credentials to a proxy that it tunnels HTTPS through. */
final class TunnelCredentials {
    // Documented in conf/net.properties of the JDK; read once, when the first client of the process is made.
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private TunnelCredentials() {}

    /** Changes the process only if a proxy has credentials, which the user gave to be used, and nobody has decided yet. */
    static void permit(ProxySettings proxies) {
        Proxy https = proxies.https();
        if (https != null && !https.user().isEmpty() && System.getProperty(DISABLED_SCHEMES) == null) {
            System.setProperty(DISABLED_SCHEMES, "");
        }
    }
}
