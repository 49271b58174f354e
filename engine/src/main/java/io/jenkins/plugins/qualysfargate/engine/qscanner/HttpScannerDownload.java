package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout for the whole file; a stalled download ends then */
    public HttpScannerDownload(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /** With the proxy settings of this Java process, half a minute to connect and ten minutes for the file. */
    public static HttpScannerDownload withDefaults() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(30))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new HttpScannerDownload(client, Duration.ofMinutes(10));
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
        CompletableFuture<HttpResponse<Path>> pending = client.sendAsync(
                HttpRequest.newBuilder(address).build(),
                info -> info.statusCode() == 200
                        ? new BoundedBody<>(
                                BodySubscribers.ofFile(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
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
