package io.jenkins.plugins.qualysfargate.engine.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on a free port of 127.0.0.1 that behaves as badly as it is told to. */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final String scheme;

    private LoopbackServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    public static LoopbackServer start() throws IOException {
        return started(HttpServer.create(loopback(), 0), "http");
    }

    public static LoopbackServer startTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return started(server, "https");
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static LoopbackServer started(HttpServer server, String scheme) {
        LoopbackServer result = new LoopbackServer(server, scheme);
        server.setExecutor(result.threads);
        server.start();
        return result;
    }

    /** Everything under the path goes to the handler; the longest path wins. */
    public LoopbackServer on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " authorization="
                    + exchange.getRequestHeaders().getFirst("authorization"));
            handler.handle(exchange);
            exchange.close();
        });
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String authority() {
        return "127.0.0.1:" + port();
    }

    public URI uri(String path) {
        return URI.create(scheme + "://" + authority() + path);
    }

    /** Method, path and authorization header of every request so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Answers at once and correctly. */
    public static HttpHandler answering(int status, Map<String, String> headers, String body) {
        return exchange -> reply(exchange, status, headers, body);
    }

    public static void reply(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Answers the first requests in order, and every further one like the last. */
    public static HttpHandler inOrder(HttpHandler... handlers) {
        AtomicInteger next = new AtomicInteger();
        return exchange -> handlers[Math.min(next.getAndIncrement(), handlers.length - 1)].handle(exchange);
    }

    /** Never answers. */
    public HttpHandler hanging() {
        return exchange -> hang(null);
    }

    /** Sends the head and the first byte of a body, and nothing more. */
    public HttpHandler hangingInBody() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hang(exchange);
        };
    }

    private void hang(@Nullable HttpExchange exchange) throws IOException {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the test is over" + (exchange == null ? "" : " for " + exchange.getRequestURI()));
    }

    /** Promises a thousand bytes more than it sends. */
    public static HttpHandler cutting(String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + 1000L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            throw new IOException("cut on purpose");
        };
    }

    /** Sends blanks until the other side has enough, at most 64 MiB. */
    public static HttpHandler flooding() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1024; i++) {
                    out.write(blanks);
                }
            }
        };
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
