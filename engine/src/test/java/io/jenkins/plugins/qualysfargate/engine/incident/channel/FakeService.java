package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A service over HTTP that keeps what it is told, loses answers and refuses, as it is told to. */
abstract class FakeService implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private final LoopbackServer server;
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    /** What a call is answered. */
    record Reply(int status, Map<String, String> headers, String body) {
        static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }
    }

    /**
     * What happens to the next call of a kind.
     *
     * @param call begins with this, for example {@code POST /repos}
     * @param done true if the service does what it was asked, and the answer is lost
     * @param reply null if there is no answer
     */
    private record Trouble(String call, boolean done, Reply reply) {}

    private static final Reply NO_ANSWER = Reply.of(0, "");

    FakeService() throws IOException {
        server = LoopbackServer.start();
        server.on("/", this::handle);
    }

    /** Does what a sound call asks. */
    abstract Reply serve(String method, URI uri, String body, HttpExchange exchange) throws IOException;

    URI uri(String path) {
        return server.uri(path);
    }

    /** The next such call is done, and its answer lost. */
    void loseAnswerOf(String call) {
        troubles.add(new Trouble(call, true, NO_ANSWER));
    }

    /** The next such call is not done, and not answered either. */
    void drop(String call) {
        troubles.add(new Trouble(call, false, NO_ANSWER));
    }

    void refuse(String call, int status, Map<String, String> headers, String body) {
        troubles.add(new Trouble(call, false, new Reply(status, headers, body)));
    }

    void refuse(String call, int status, String body) {
        refuse(call, status, Map.of(), body);
    }

    /** Method and address of all calls so far. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(call);
        Trouble trouble = troubles.stream()
                .filter(each -> call.startsWith(each.call()))
                .findFirst()
                .orElse(null);
        Reply reply;
        if (trouble == null) {
            reply = serve(exchange.getRequestMethod(), exchange.getRequestURI(), body, exchange);
        } else {
            troubles.remove(trouble);
            if (trouble.done()) {
                serve(exchange.getRequestMethod(), exchange.getRequestURI(), body, exchange);
            }
            reply = trouble.reply();
        }
        if (reply.status() != 0) {
            LoopbackServer.reply(exchange, reply.status(), reply.headers(), reply.body());
        }
    }

    static JsonNode json(String body) throws IOException {
        return JSON.readTree(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
