package io.jenkins.plugins.qualysfargate.engine.http;

import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends one attempt with the JDK's client; follows no redirect and repeats nothing. */
final class JdkTransport implements Transport {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final HttpClient client;
    private final ProxySettings proxies;

    private JdkTransport(HttpClient client, ProxySettings proxies) {
        this.client = client;
        this.proxies = proxies;
    }

    static JdkTransport of(HttpSettings settings) {
        TunnelCredentials.permit(settings.proxy());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .proxy(new SelectedProxies(settings.proxy()));
        if (settings.caFile() != null) {
            builder.sslContext(TrustedCertificates.withFile(settings.caFile()));
        }
        return new JdkTransport(builder.build(), settings.proxy());
    }

    @Override
    public HttpAnswer send(HttpCall call) throws TransportException {
        AtomicBoolean begun = new AtomicBoolean();
        CompletableFuture<HttpResponse<Body>> pending = client.sendAsync(request(call), head -> {
            begun.set(true);
            return new BoundedBody(call.maxBodyBytes());
        });
        try {
            // The request's own timeout ends with the headers, so the wait for the whole body is bounded here.
            HttpResponse<Body> response = pending.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return answered(call, new HttpAnswer(response.statusCode(), response.headers(), response.body()));
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw TransportFailure.timedOut(call, e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw TransportFailure.cancelled(call, e);
        } catch (ExecutionException e) {
            throw TransportFailure.of(call, e.getCause() == null ? e : e.getCause(), begun.get());
        }
    }

    private HttpRequest request(HttpCall call) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri())
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
                .setHeader("user-agent", "qualys-fargate");
        call.headers().forEach(builder::setHeader);
        // An Authenticator would be simpler, but with one the JDK turns every 401 without an answer into an error.
        proxies.proxyFor(call.uri())
                .filter(proxy -> !proxy.user().isEmpty())
                .ifPresent(proxy -> builder.setHeader("proxy-authorization", basic(proxy)));
        return builder.build();
    }

    private static String basic(Proxy proxy) {
        byte[] login = (proxy.user() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private HttpAnswer answered(HttpCall call, HttpAnswer answer) throws TransportException {
        if (answer.status() != PROXY_AUTHENTICATION_REQUIRED) {
            return answer;
        }
        String proxy = proxies.proxyFor(call.uri()).map(Proxy::toString).orElse("a proxy on the way");
        throw new TransportException(
                Kind.PROXY_REFUSED,
                "Could not send " + call + ": " + proxy + " answered 407 Proxy Authentication Required.",
                "Put user and password into the proxy address (http://user:password@host:port). If they are there and"
                        + " right, start Java with -Djdk.http.auth.tunneling.disabledSchemes= (empty).",
                null);
    }
}
