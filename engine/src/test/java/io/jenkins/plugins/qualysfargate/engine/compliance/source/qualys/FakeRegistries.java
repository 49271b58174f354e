package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry part of Container Security on 127.0.0.1: pages, empty answers as 204, moments as quoted milliseconds. */
final class FakeRegistries implements AutoCloseable {
    static final String TOKEN = "token-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoopbackServer server = start();
    private final Map<Operation, HttpHandler> others = new EnumMap<>(Operation.class);
    private final ArrayNode registries = JSON.createArrayNode();
    private final ArrayNode sensors = JSON.createArrayNode();
    private final Map<String, ArrayNode> schedules = new LinkedHashMap<>();
    private final Map<String, ArrayNode> repositories = new LinkedHashMap<>();
    private final Map<String, ArrayNode> images = new LinkedHashMap<>();
    private Instant date;
    private int page = 50;
    private boolean counts = true;

    FakeRegistries(Instant date) {
        this.date = date;
        server.on("/csapi/v1.3", this::handle);
    }

    private static LoopbackServer start() {
        try {
            return LoopbackServer.start();
        } catch (IOException e) {
            throw new IllegalStateException("no server on 127.0.0.1", e);
        }
    }

    /** What can be asked. */
    enum Operation {
        REGISTRIES,
        SCHEDULES,
        REPOSITORIES,
        IMAGES,
        SENSORS
    }

    LoopbackServer http() {
        return server;
    }

    void on(Operation operation, HttpHandler handler) {
        others.put(operation, handler);
    }

    void on(Operation operation, int status, String body) {
        on(operation, answering(status, Map.of(), body));
    }

    void dated(Instant other) {
        date = other;
    }

    /** The usual answer behind another one. */
    HttpHandler usual(Operation operation) {
        return exchange -> answer(exchange, operation);
    }

    /** At most so many entries in an answer, whatever is asked for, and whether they are counted. */
    void pagesOf(int most, boolean counted) {
        page = most;
        counts = counted;
    }

    ObjectNode registry(String uuid, String uri) {
        return registries
                .addObject()
                .put("registryUuid", uuid)
                .put("registryUri", uri)
                .put("repoCount", 1);
    }

    /** A daily schedule whose job has not run; what is returned may be changed. */
    ObjectNode schedule(String registry, String uuid, String status) {
        return schedules
                .computeIfAbsent(registry, each -> JSON.createArrayNode())
                .addObject()
                .put("scheduleUuid", uuid)
                .put("name", "nightly " + uuid)
                .put("onDemand", false)
                .put("schedule", "02:30")
                .put("scheduleScanIntervalInDays", 1)
                .put("status", status)
                .put("created", millis(Instant.parse("2026-01-01T00:00:00Z")));
    }

    static String millis(Instant moment) {
        return Long.toString(moment.toEpochMilli());
    }

    void repository(String registry, String name) {
        repositories
                .computeIfAbsent(registry, each -> JSON.createArrayNode())
                .addObject()
                .put("repoName", name)
                .put("totalImages", 2);
    }

    /** @param scanned null if it never was */
    void image(String host, String repository, @Nullable Instant scanned) {
        ObjectNode image = images.computeIfAbsent(repository, each -> JSON.createArrayNode())
                .addObject();
        image.put("lastVmScanDate", scanned == null ? null : millis(scanned));
        image.putArray("repo")
                .addObject()
                .put("registry", host)
                .put("repository", repository)
                .put("tag", "1");
    }

    void sensor(String type, String status, @Nullable Instant lastCheckedIn) {
        sensors.addObject()
                .put("uuid", "s" + sensors.size())
                .put("sensorType", type)
                .put("status", status)
                .put("hostname", "host-" + sensors.size())
                .put("lastCheckedIn", lastCheckedIn == null ? null : millis(lastCheckedIn));
    }

    private void handle(HttpExchange exchange) throws IOException {
        Operation operation = operation(path(exchange));
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("authorization"))) {
            send(exchange, 401, "");
        } else if (operation == null) {
            send(exchange, 404, "{\"errorCode\": \"404\", \"message\": \"no such resource\"}");
        } else if (others.containsKey(operation)) {
            others.getOrDefault(operation, usual(operation)).handle(exchange);
        } else {
            answer(exchange, operation);
        }
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().substring("/csapi/v1.3".length());
    }

    private static @Nullable Operation operation(String path) {
        if (path.endsWith("/schedule")) {
            return Operation.SCHEDULES;
        }
        if (path.endsWith("/repository")) {
            return Operation.REPOSITORIES;
        }
        return switch (path) {
            case "/registry" -> Operation.REGISTRIES;
            case "/sensors" -> Operation.SENSORS;
            case "/images" -> Operation.IMAGES;
            default -> null;
        };
    }

    private void answer(HttpExchange exchange, Operation operation) throws IOException {
        String[] parts = path(exchange).split("/");
        String query = exchange.getRequestURI().getQuery();
        String key = parts.length > 2 ? parts[2] : query.replaceAll(".*repo\\.repository:\"([^\"]*)\".*", "$1");
        ArrayNode none = JSON.createArrayNode();
        ArrayNode all =
                switch (operation) {
                    case REGISTRIES -> registries;
                    case SENSORS -> sensors;
                    case SCHEDULES -> schedules.getOrDefault(key, none);
                    case REPOSITORIES -> repositories.getOrDefault(key, none);
                    case IMAGES -> images.getOrDefault(key, none);
                };
        int number = Integer.parseInt(query.replaceAll(".*pageNumber=([0-9]+).*", "$1"));
        int size = Math.min(page, Integer.parseInt(query.replaceAll(".*pageSize=([0-9]+).*", "$1")));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode some = answer.putArray("data");
        for (int i = (number - 1) * size; i < Math.min(number * size, all.size()); i++) {
            some.add(all.get(i));
        }
        if (some.isEmpty()) {
            send(exchange, 204, "");
            return;
        }
        if (counts) {
            answer.put("count", Integer.toString(all.size()));
        }
        send(exchange, 200, answer.toString());
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        // The server itself dates its answers by the real clock, which no test may depend on.
        reply(
                exchange,
                status,
                Map.of("x-date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))),
                body);
    }

    @Override
    public void close() {
        server.close();
    }
}
