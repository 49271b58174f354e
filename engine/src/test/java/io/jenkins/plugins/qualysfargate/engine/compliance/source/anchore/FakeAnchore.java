package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An Anchore on 127.0.0.1 that speaks one of the two APIs, with its oddities; every operation can be made to fail. */
public final class FakeAnchore implements AutoCloseable {
    public static final String USER = "watcher";
    public static final String PASSWORD = "hunter22-s3cret";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoopbackServer server = start();
    private final boolean v2;
    private final Map<Operation, HttpHandler> others = new EnumMap<>(Operation.class);
    private final Map<String, ObjectNode> images = new LinkedHashMap<>();
    private final Map<String, JsonNode> checks = new LinkedHashMap<>();
    private final ArrayNode services = JSON.createArrayNode();
    private final ArrayNode feeds = JSON.createArrayNode();
    private final ArrayNode events = JSON.createArrayNode();
    private Instant date;
    private String added = "";

    /** @param date by its clock */
    public FakeAnchore(boolean v2, Instant date) {
        this.v2 = v2;
        this.date = date;
        server.on(v2 ? "/v2" : "/v1", this::handle);
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
        SYSTEM,
        FEEDS,
        IMAGES,
        IMAGE,
        CHECK,
        EVENTS,
        CODES
    }

    AnchoreServer server(String password) {
        return AnchoreServer.of(server.uri(v2 ? "/v2" : "/v1"), new AnchoreLogin(USER, password, "team"));
    }

    public LoopbackServer http() {
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

    /** The body of the last image that was added. */
    String added() {
        return added;
    }

    private String key(String snake) {
        if (v2) {
            return snake;
        }
        return switch (snake) {
            case "image_digest" -> "imageDigest";
            case "service_name" -> "servicename";
            case "host_id" -> "hostid";
            default -> snake;
        };
    }

    public FakeAnchore healthy() {
        for (String name : ServiceComponents.NEEDED) {
            service(name, "host-1", true, "available");
        }
        feed("vulnerabilities", date.minusSeconds(3600));
        return this;
    }

    public void service(String name, String host, boolean up, String message) {
        ObjectNode state = services.addObject()
                .put(key("service_name"), name)
                .put(key("host_id"), host)
                .put("base_url", "http://" + host)
                .put("status", up)
                .put("status_message", message);
        state.putObject("service_detail")
                .put("available", up)
                .put("busy", false)
                .put("up", up)
                .put("version", "5.1.0")
                .put("db_version", "0.0.16");
    }

    void noServices() {
        services.removeAll();
    }

    /** @param synced null if never */
    public ObjectNode feed(String name, @Nullable Instant synced) {
        ObjectNode feed = feeds.addObject().put("name", name).put("enabled", true);
        feed.put("last_full_sync", synced == null ? null : synced.toString());
        feed.putArray("groups");
        return feed;
    }

    void group(ObjectNode feed, String name, @Nullable Instant synced) {
        feed.withArray("groups")
                .addObject()
                .put("name", name)
                .put("enabled", true)
                .put("record_count", 7)
                .put("last_sync", synced == null ? null : synced.toString());
    }

    void noFeeds() {
        feeds.removeAll();
    }

    public ObjectNode image(String digest, String status, Instant createdAt, String tag) {
        ObjectNode image = JSON.createObjectNode()
                .put(key("image_digest"), digest)
                .put("analysis_status", status)
                .put("image_status", "active")
                .put("created_at", createdAt.toString())
                .put("last_updated", date.toString())
                .put(
                        "analyzed_at",
                        status.equals("analyzed") ? createdAt.plusSeconds(60).toString() : null);
        ObjectNode detail = image.putArray("image_detail")
                .addObject()
                .put("registry", "docker.io")
                .put("repo", "library/app")
                .put("tag", tag);
        if (!v2) {
            detail.put("fulltag", "docker.io/library/app:" + tag);
        }
        images.put(digest, image);
        return image;
    }

    void says(String digest, String word, @Nullable Instant at) {
        if (v2) {
            ObjectNode check = JSON.createObjectNode().put("evaluated_tag", "t");
            ObjectNode evaluation = check.putArray("evaluations").addObject().put("final_action", word);
            evaluation.put("evaluation_time", at == null ? null : at.toString());
            checks.put(digest, check);
            return;
        }
        ArrayNode check = JSON.createArrayNode();
        ObjectNode evaluation = check.addObject()
                .putObject(digest)
                .putArray("docker.io/library/app:1")
                .addObject();
        if (word.isEmpty()) {
            evaluation.put("policyId", "N/A").put("final_action", "fail");
        } else {
            evaluation.put("policyId", "p").put("status", word);
            evaluation.put("last_evaluation", at == null ? null : at.toString());
        }
        checks.put(digest, check);
    }

    public void event(String type, String level, String about, String message) {
        ObjectNode record = events.insertObject(0).put("generated_uuid", "event-" + events.size());
        record.put("created_at", date.toString());
        ObjectNode event = record.putObject("event")
                .put("type", type)
                .put("level", level)
                .put("message", message)
                .put("timestamp", "2026-01-22T11:00:00.123456");
        event.putObject("details").put("error_codes", "SKOPEO_UNKNOWN_ERROR");
        event.putObject("source").put(key("service_name"), "analyzer").put(key("host_id"), "host-1");
        event.putObject("resource").put("type", "image_digest").put("id", about).put("user_id", "admin");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String path = exchange.getRequestURI().getPath().substring(3);
        Operation operation = operation(path);
        HttpHandler other = operation == null ? null : others.get(operation);
        if (other != null) {
            other.handle(exchange);
        } else if (!expected.equals(exchange.getRequestHeaders().getFirst("authorization"))
                || !"team".equals(exchange.getRequestHeaders().getFirst("x-anchore-account"))) {
            send(exchange, 401, error("Unauthorized"));
        } else if (operation == null) {
            send(exchange, 404, error("no such path"));
        } else {
            answer(exchange, operation, path);
        }
    }

    private static @Nullable Operation operation(String path) {
        if (path.startsWith("/images/")) {
            return path.endsWith("/check") ? Operation.CHECK : Operation.IMAGE;
        }
        if (path.startsWith("/events")) {
            return Operation.EVENTS;
        }
        return switch (path) {
            case "/system" -> Operation.SYSTEM;
            case "/system/feeds" -> Operation.FEEDS;
            case "/system/error_codes" -> Operation.CODES;
            case "/images" -> Operation.IMAGES;
            default -> null;
        };
    }

    private void answer(HttpExchange exchange, Operation operation, String path) throws IOException {
        switch (operation) {
            case SYSTEM -> send(exchange, 200, JSON.createObjectNode().set("service_states", services));
            case FEEDS -> send(exchange, 200, feeds);
            case CODES -> {
                ArrayNode codes = JSON.createArrayNode();
                codes.addObject().put("name", "REGISTRY_PERMISSION_DENIED").put("description", "no access");
                send(exchange, 200, codes);
            }
            case IMAGES -> images(exchange);
            case IMAGE -> image(exchange, path.substring("/images/".length()));
            case CHECK -> {
                String digest = path.substring("/images/".length(), path.length() - "/check".length());
                JsonNode check = checks.get(digest);
                boolean tagged =
                        String.valueOf(exchange.getRequestURI().getQuery()).contains("tag=docker.io/library/app:");
                send(
                        exchange,
                        check == null || !tagged ? 404 : 200,
                        check == null || !tagged ? error("image is not analyzed - analysis_status: analyzing") : check);
            }
            case EVENTS -> events(exchange, path);
        }
    }

    private void images(HttpExchange exchange) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        if (exchange.getRequestMethod().equals("POST")) {
            added = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode first = images.values().iterator().next();
            send(exchange, 200, v2 ? first : list.add(first));
            return;
        }
        images.values().forEach(list::add);
        send(exchange, 200, v2 ? JSON.createObjectNode().set("items", list) : list);
    }

    private void image(HttpExchange exchange, String digest) throws IOException {
        JsonNode image = images.get(digest);
        if (image == null) {
            send(exchange, 404, error("image not found in DB"));
        } else {
            send(exchange, 200, v2 ? image : JSON.createArrayNode().add(image));
        }
    }

    private void events(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/events/")) {
            for (JsonNode each : events) {
                if (path.endsWith("/" + each.path("generated_uuid").asText())) {
                    send(exchange, 200, each);
                    return;
                }
            }
            send(exchange, 404, error("event not found"));
            return;
        }
        String query = exchange.getRequestURI().getQuery();
        int page = Integer.parseInt(query.replaceAll(".*page=([0-9]+).*", "$1"));
        int limit = Integer.parseInt(query.replaceAll(".*limit=([0-9]+).*", "$1"));
        ArrayNode some = JSON.createArrayNode();
        int from = (page - 1) * limit;
        for (int i = from; i < Math.min(from + limit, events.size()); i++) {
            String level = events.get(i).at("/event/level").asText().toUpperCase(Locale.ROOT);
            if (!query.contains("level=") || query.contains("level=" + level)) {
                some.add(events.get(i));
            }
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("results", some);
        answer.put("next_page", from + limit < events.size()).put("page", page);
        send(exchange, 200, answer);
    }

    private static ObjectNode error(String message) {
        ObjectNode error = JSON.createObjectNode().put("message", message).put("httpcode", 400);
        error.putObject("detail").putArray("error_codes");
        return error;
    }

    private void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        // The server itself dates its answers by the real clock, which no test may depend on.
        reply(
                exchange,
                status,
                Map.of(
                        "content-type",
                        "application/json",
                        "x-date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))),
                body.toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
