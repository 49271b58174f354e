package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A way to DynamoDB that gives every call another token, so that the service takes a repetition for a new call. */
final class TokenlessPath implements AutoCloseable {
    private final HttpServer server;
    private final URI service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TokenlessPath(HttpServer server, URI service) {
        this.server = server;
        this.service = service;
    }

    static TokenlessPath to(URI service) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenlessPath path = new TokenlessPath(server, service);
            server.createContext("/", path::handle);
            server.start();
            return path;
        } catch (IOException failure) {
            throw new IllegalStateException("the path without tokens did not start", failure);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(
                            "\"ClientRequestToken\":\"[^\"]+\"", "\"ClientRequestToken\":\"" + UUID.randomUUID() + '"');
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(service).POST(HttpRequest.BodyPublishers.ofString(body));
            for (String name : new String[] {"X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date"}) {
                request.header(name, exchange.getRequestHeaders().getFirst(name));
            }
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException lost) {
            // Closing an exchange that was not answered breaks the connection, as it was broken to us.
            System.getLogger(TokenlessPath.class.getName())
                    .log(System.Logger.Level.DEBUG, "The answer was lost: {0}", lost.getMessage());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
