package io.jenkins.plugins.qualysfargate.engine.aws.standin;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The way to a service, with faults on it. A call may be made to fail before the service hears of it or after it has done
 * what it was asked to. The host of the signature changes on the way, so the service must be one that checks none.
 */
public final class TroubledPath implements AutoCloseable {
    private static final Set<String> OF_THE_HOP = Set.of("connection", "content-length", "host", "transfer-encoding");
    private static final Pattern SIGNER = Pattern.compile("Credential=([A-Z0-9]+)/");

    private final HttpServer server;
    private final URI service;
    private final Function<Call, Fault> faults;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private TroubledPath(HttpServer server, URI service, Function<Call, Fault> faults) {
        this.server = server;
        this.service = service;
        this.faults = faults;
    }

    /**
     * One call as it came.
     *
     * @param number 1 for the first call of all
     * @param operation what {@code X-Amz-Target} or {@code Action} names, for example {@code PutItem}; else the method
     * @param accessKeyId who signed it; empty if nobody did
     * @param headers names in lower case, the first value of each
     */
    public record Call(
            int number, String operation, String path, String accessKeyId, String body, Map<String, String> headers) {}

    /** A service that is nothing but these answers. */
    public static TroubledPath answering(Function<Call, Fault.Answer> answers) {
        return to(URI.create("http://127.0.0.1:9"), answers::apply);
    }

    /** @param faults asked for every call; may keep count */
    public static TroubledPath to(URI service, Function<Call, Fault> faults) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TroubledPath path = new TroubledPath(server, service, faults);
            server.createContext("/", path::handle);
            server.setExecutor(path.threads);
            server.start();
            return path;
        } catch (IOException failure) {
            throw new IllegalStateException("the troubled path did not start", failure);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The calls so far, those included that met a fault. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fault fault;
            synchronized (this) {
                Call call = call(exchange, body);
                calls.add(call);
                fault = faults.apply(call);
            }
            if (fault instanceof Fault.Late late) {
                TimeUnit.MILLISECONDS.sleep(late.delay().toMillis());
            }
            if (fault instanceof Fault.Answer answer) {
                exchange.getResponseHeaders().set("content-type", answer.contentType());
                send(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
            } else if (!(fault instanceof Fault.LostCall)) {
                HttpResponse<byte[]> answer =
                        client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
                if (!(fault instanceof Fault.LostAnswer)) {
                    pass(exchange, answer);
                }
            }
            // Closing an exchange that was not answered breaks the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Call call(HttpExchange exchange, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher signer =
                SIGNER.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        return new Call(
                calls.size() + 1,
                operation(exchange, text),
                exchange.getRequestURI().toString(),
                signer.find() ? signer.group(1) : "",
                text,
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(
                                Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT), each -> each.getValue()
                                        .get(0))));
    }

    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        return body.startsWith("Action=")
                ? body.substring("Action=".length(), body.indexOf('&'))
                : exchange.getRequestMethod();
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("expect")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void pass(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        send(exchange, answer.statusCode(), answer.body());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
