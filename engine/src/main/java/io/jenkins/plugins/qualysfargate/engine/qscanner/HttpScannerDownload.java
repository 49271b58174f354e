package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.http.ConfiguredClient;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Downloads by HTTPS, also through every redirect; plain HTTP is for this machine itself only. */
public final class HttpScannerDownload implements ScannerDownload {
    private static final int MOST_REDIRECTS = 5;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final ConfiguredClient client;
    private final Duration timeout;

    /** @param timeout for the whole file; a stalled download ends then */
    HttpScannerDownload(ConfiguredClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /**
     * Over this proxy and with these certificates, in ten minutes at most.
     *
     * @throws io.jenkins.plugins.qualysfargate.engine.http.HttpConfigurationException if the certificate file cannot be
     *     used
     */
    public static HttpScannerDownload over(HttpSettings http) {
        return new HttpScannerDownload(ConfiguredClient.of(http), Duration.ofMinutes(10));
    }

    @Override
    public void fetch(URI from, Path to, long maxBytes) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        URI address = from;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            requireSafe(address);
            HttpResponse<Path> answer = send(address, to, maxBytes, deadline);
            int status = answer.statusCode();
            if (status == 200) {
                return;
            }
            if (status == PROXY_AUTHENTICATION_REQUIRED) {
                throw new IOException(
                        "the proxy answered 407 Proxy Authentication Required: check its user and password;"
                                + " if they are right, start Java with -Djdk.http.auth.tunneling.disabledSchemes= (empty)");
            }
            if (status < 300 || status > 308 || status == 304) {
                throw new IOException("the server answered with status " + status);
            }
            String location = answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IOException("the server redirects to nowhere"));
            address = resolve(address, location);
        }
        throw new IOException("the server redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<Path> send(URI address, Path to, long maxBytes, long deadline)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Path>> pending = client.client()
                .sendAsync(
                        client.request(address).build(),
                        info -> info.statusCode() == 200
                                ? new BoundedBody<>(
                                        BodySubscribers.ofFile(
                                                to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                        maxBytes)
                                : BodySubscribers.replacing(to));
        try {
            return pending.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it was not complete after " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("it broke off: " + e.getCause(), e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    private static URI resolve(URI address, String location) throws IOException {
        try {
            return address.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("the server redirects to what is no address", e);
        }
    }

    private static void requireSafe(URI address) throws IOException {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean http = "http".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || !(https || (http && isThisMachine(address.getHost())))) {
            throw new IOException("only https is accepted, but the address is " + address.getScheme() + "://"
                    + address.getHost() + "/…");
        }
    }

    /** By what is written, without asking a name server, which could answer anything. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
