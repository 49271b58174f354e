package io.jenkins.plugins.qualysfargate.jenkins.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Services of AWS on loopback, as far as a test says what they answer; knows nothing of what they mean. */
public final class AwsStandIn implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("Credential=([^/]+)/");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");

    private final HttpServer server;
    private final Map<String, Function<String, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** What came in: the operation, who signed it, and the body with everything decoded. */
    public record Call(String action, String accessKeyId, String body) {}

    /** What goes out. */
    public record Answer(int status, String body) {
        public static Answer json(String body) {
            return new Answer(200, body);
        }

        /** An error of a service that speaks JSON. */
        public static Answer error(int status, String code) {
            return new Answer(status, "{\"__type\":\"" + code + "\",\"message\":\"as the test wants it\"}");
        }

        /** An error of a service that speaks XML. */
        public static Answer xmlError(int status, String code) {
            return new Answer(
                    status,
                    "<ErrorResponse><Error><Code>" + code + "</Code><Message>as the test wants it</Message></Error>"
                            + "</ErrorResponse>");
        }
    }

    private AwsStandIn(HttpServer server) {
        this.server = server;
    }

    /** Knows who calls, and takes every message to a topic. */
    public static AwsStandIn start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AwsStandIn aws = new AwsStandIn(server);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "AWS stand-in");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", aws::answer);
        server.start();
        aws.when(
                "GetCallerIdentity",
                body -> new Answer(
                        200,
                        "<GetCallerIdentityResponse><GetCallerIdentityResult>"
                                + "<Arn>arn:aws:iam::123456789012:user/jenkins</Arn><Account>123456789012</Account>"
                                + "<UserId>AIDA</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>"));
        aws.when(
                "Publish",
                body -> new Answer(
                        200,
                        "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>"));
        return aws;
    }

    /** From now on this operation is answered so. */
    public void when(String action, Function<String, Answer> answer) {
        answers.put(action, answer);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Calls of this operation, oldest first. */
    public List<Call> calls(String action) {
        return calls.stream().filter(call -> call.action().equals(action)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String action = action(exchange, body);
            String signed = exchange.getRequestHeaders().getFirst("Authorization");
            Matcher key = KEY.matcher(signed == null ? "" : signed);
            calls.add(new Call(action, key.find() ? key.group(1) : "", decoded(body)));
            Answer answer = answers.getOrDefault(action, any -> Answer.error(400, "UnknownOperationException"))
                    .apply(body);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.body().startsWith("<") ? "text/xml" : "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static String action(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        Matcher action = ACTION.matcher(body);
        return action.find() ? action.group(1) : exchange.getRequestURI().getPath();
    }

    private static String decoded(String body) {
        return body.startsWith("{") ? body : URLDecoder.decode(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
