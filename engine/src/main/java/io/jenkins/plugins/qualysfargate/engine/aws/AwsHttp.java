package io.jenkins.plugins.qualysfargate.engine.aws;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Proxy;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import io.jenkins.plugins.qualysfargate.engine.http.TrustedCertificates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.impl.client.BasicCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** The HTTP client of all services, with the same proxies and certificates as everything else that leaves this machine. */
final class AwsHttp {
    private static final int CONNECTIONS = 64;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    // A long poll of SQS is silent for 20 seconds; calls that are not one end with the time of their attempt.
    private static final long LONG_POLL_SECONDS = 20;

    private AwsHttp() {}

    static SdkHttpClient client(HttpSettings settings, Duration attemptTimeout) {
        ApacheHttpClient.Builder builder = ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(settings.connectTimeout())
                .socketTimeout(attemptTimeout.plusSeconds(LONG_POLL_SECONDS))
                .connectionAcquisitionTimeout(attemptTimeout)
                .httpRoutePlanner(routes(settings.proxy()))
                .credentialsProvider(logins(settings.proxy()));
        Path caFile = settings.caFile();
        if (caFile != null) {
            builder.tlsTrustManagersProvider(() -> TrustedCertificates.managers(caFile));
        }
        return builder.build();
    }

    private static HttpRoutePlanner routes(ProxySettings proxies) {
        return (target, request, context) -> {
            boolean secure = "https".equalsIgnoreCase(target.getSchemeName());
            int port = target.getPort() > 0 ? target.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
            HttpHost host = new HttpHost(target.getHostName(), port, target.getSchemeName());
            return proxies.proxyFor(URI.create(host.toURI()))
                    .map(proxy -> new HttpRoute(host, null, new HttpHost(proxy.host(), proxy.port()), secure))
                    .orElseGet(() -> new HttpRoute(host, null, secure));
        };
    }

    private static CredentialsProvider logins(ProxySettings proxies) {
        BasicCredentialsProvider logins = new BasicCredentialsProvider();
        for (Proxy proxy : Stream.of(proxies.http(), proxies.https())
                .filter(each -> each != null)
                .toList()) {
            if (!proxy.user().isEmpty()) {
                logins.setCredentials(
                        new AuthScope(proxy.host(), proxy.port()),
                        new UsernamePasswordCredentials(proxy.user(), proxy.password()));
            }
        }
        return logins;
    }
}
