package io.jenkins.plugins.qualysfargate.engine.http;

import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends one attempt with the JDK's client; follows no redirect and repeats nothing. */
final class JdkTransport implements Transport {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final ConfiguredClient client;

    private JdkTransport(ConfiguredClient client) {
        this.client = client;
    }

    static JdkTransport of(HttpSettings settings) {
        return new JdkTransport(ConfiguredClient.of(settings));
    }

    @Override
    public HttpAnswer send(HttpCall call) throws TransportException {
        AtomicBoolean begun = new AtomicBoolean();
        CompletableFuture<HttpResponse<Body>> pending = client.client().sendAsync(request(call), head -> {
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
        HttpRequest.Builder builder = client.request(call.uri())
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
        call.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private HttpAnswer answered(HttpCall call, HttpAnswer answer) throws TransportException {
        if (answer.status() != PROXY_AUTHENTICATION_REQUIRED) {
            return answer;
        }
        String proxy =
                client.proxies().proxyFor(call.uri()).map(Proxy::toString).orElse("a proxy on the way");
        throw new TransportException(
                Kind.PROXY_REFUSED,
                "Could not send " + call + ": " + proxy + " answered 407 Proxy Authentication Required.",
                "Put user and password into the proxy address (http://user:password@host:port). If they are there and"
                        + " right, start Java with -Djdk.http.auth.tunneling.disabledSchemes= (empty).",
                null);
    }
}
