package io.jenkins.plugins.qualysfargate.engine.qualys;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.reply;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.TestCertificate;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway with HTTPS on 127.0.0.1 that knows one OAuth client and one token; every operation can be made to fail. */
public final class FakeGateway implements AutoCloseable {
    public static final String CLIENT_ID = "0a1b2c3d-client";
    public static final String CLIENT_SECRET = "hunter22-s3cret";
    public static final String NO_IMAGES = "{\"data\": [], \"count\": 0}";

    private final LoopbackServer server;
    private final Map<Operation, HttpHandler> handlers = new EnumMap<>(Operation.class);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final String token;

    /** @param token what it gives out and accepts */
    public FakeGateway(TestCertificate certificate, String token) throws IOException {
        this.server = LoopbackServer.startTls(certificate.context());
        this.token = token;
        repair();
        route("/auth/oidc", Operation.TOKEN);
        route("/csapi/v1.3/images", Operation.IMAGES);
    }

    /** The same with a token that is good for four hours. */
    public FakeGateway(TestCertificate certificate, Instant now) throws IOException {
        this(certificate, Tokens.until(now.plus(Duration.ofHours(4))));
    }

    private void route(String path, Operation operation) {
        server.on(path, exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Objects.requireNonNull(handlers.get(operation)).handle(exchange);
        });
    }

    private void login(HttpExchange exchange) throws IOException {
        boolean right = exchange.getRequestMethod().equals("POST")
                && "application/x-www-form-urlencoded"
                        .equals(exchange.getRequestHeaders().getFirst("content-type"))
                && CLIENT_ID.equals(exchange.getRequestHeaders().getFirst("clientId"))
                && CLIENT_SECRET.equals(exchange.getRequestHeaders().getFirst("clientSecret"));
        if (right) {
            reply(exchange, 201, Map.of("content-type", "text/plain"), token + "\n");
        } else {
            reply(exchange, 401, Map.of(), error("401 UNAUTHORIZED", "Invalid client credentials"));
        }
    }

    private void images(HttpExchange exchange) throws IOException {
        boolean right = exchange.getRequestMethod().equals("GET")
                && "pageNumber=1&pageSize=1".equals(exchange.getRequestURI().getQuery())
                && ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("authorization"));
        if (right) {
            reply(exchange, 200, Map.of("content-type", "application/json"), NO_IMAGES);
        } else {
            reply(exchange, 401, Map.of(), "");
        }
    }

    /** Takes back every other behaviour. */
    public FakeGateway repair() {
        handlers.put(Operation.TOKEN, this::login);
        handlers.put(Operation.IMAGES, this::images);
        return this;
    }

    /** Puts another behaviour in place of the sound one. */
    public FakeGateway on(Operation operation, HttpHandler handler) {
        handlers.put(operation, handler);
        return this;
    }

    /** Answers with a status and a body. */
    public FakeGateway on(Operation operation, int status, String body) {
        return on(operation, answering(status, Map.of(), body));
    }

    /** An error as the platform words them. */
    public static String error(String code, String message) {
        return "{\"errorCode\": \"%s\", \"message\": \"%s\", \"timestamp\": 1}".formatted(code, message);
    }

    public QualysPlatform platform() {
        return new QualysPlatform.Gateway(server.uri("/"));
    }

    public LoopbackServer server() {
        return server;
    }

    /** Host and port. */
    String authority() {
        return server.authority();
    }

    /** The bodies of all calls, in order. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        server.close();
    }

    /** What can be asked. */
    public enum Operation {
        TOKEN,
        IMAGES
    }
}
