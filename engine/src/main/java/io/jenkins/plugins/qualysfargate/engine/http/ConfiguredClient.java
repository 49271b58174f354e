package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The JDK's client with proxy and certificates as set, for those who need more than a {@link Transport} gives: a body that
 * goes to a file. It follows no redirect.
 *
 * @param client sends
 * @param proxies what it was set to
 */
public record ConfiguredClient(HttpClient client, ProxySettings proxies) {

    /** @throws HttpConfigurationException if the certificate file cannot be used */
    public static ConfiguredClient of(HttpSettings settings) {
        TunnelCredentials.permit(settings.proxy());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .proxy(new SelectedProxies(settings.proxy()));
        if (settings.caFile() != null) {
            builder.sslContext(TrustedCertificates.withFile(settings.caFile()));
        }
        return new ConfiguredClient(builder.build(), settings.proxy());
    }

    /** A request to this address, with the login of the proxy on the way there; a redirect needs a new one. */
    public HttpRequest.Builder request(URI address) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).setHeader("user-agent", "qualys-fargate");
        // An Authenticator would be simpler, but with one the JDK turns every 401 without an answer into an error.
        proxies.proxyFor(address)
                .filter(proxy -> !proxy.user().isEmpty())
                .ifPresent(proxy -> builder.setHeader("proxy-authorization", basic(proxy)));
        return builder;
    }

    private static String basic(Proxy proxy) {
        byte[] login = (proxy.user() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }
}
