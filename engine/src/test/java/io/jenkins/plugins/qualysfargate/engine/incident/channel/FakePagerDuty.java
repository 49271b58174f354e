package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Events API v2 as https://github.com/PagerDuty/api-schema describes it. */
final class FakePagerDuty extends FakeService {
    static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Map<String, String> alerts = new LinkedHashMap<>();
    private final List<JsonNode> triggers = new ArrayList<>();

    FakePagerDuty() throws IOException {}

    /** State of every alert by its key. */
    Map<String, String> alerts() {
        return alerts;
    }

    List<JsonNode> triggers() {
        return triggers;
    }

    @Override
    Reply serve(String method, URI uri, String body, HttpExchange exchange) throws IOException {
        JsonNode event = json(body);
        String wrong = problem(event, body);
        if (!method.equals("POST") || !uri.getPath().equals("/v2/enqueue") || !wrong.isEmpty()) {
            return Reply.of(
                    400,
                    "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":[\"" + wrong
                            + "\"]}");
        }
        String key = event.path("dedup_key").textValue();
        switch (event.path("event_action").textValue()) {
            case "trigger" -> {
                triggers.add(event);
                alerts.putIfAbsent(key, "triggered");
                alerts.computeIfPresent(key, (k, state) -> state.equals("resolved") ? "triggered" : state);
            }
            case "acknowledge" -> alerts.computeIfPresent(key, (k, state) -> "acknowledged");
            default -> alerts.computeIfPresent(key, (k, state) -> "resolved");
        }
        return Reply.of(202, "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"" + key + "\"}");
    }

    private static String problem(JsonNode event, String body) {
        String action = event.path("event_action").asText();
        if (!Set.of("trigger", "acknowledge", "resolve").contains(action)) {
            return "'event_action' is wrong";
        }
        if (!event.path("routing_key").asText().equals(KEY)) {
            return "'routing_key' is wrong";
        }
        int key = event.path("dedup_key").asText().length();
        if (key == 0 || key > 255) {
            return "'dedup_key' is wrong";
        }
        if (body.getBytes(StandardCharsets.UTF_8).length > 512 * 1024) {
            return "event is too large";
        }
        JsonNode payload = event.path("payload");
        String summary = payload.path("summary").asText();
        boolean sound = !summary.isEmpty()
                && summary.length() <= 1024
                && !payload.path("source").asText().isEmpty()
                && Set.of("critical", "error", "warning", "info")
                        .contains(payload.path("severity").asText());
        return action.equals("trigger") && !sound ? "'payload' is wrong" : "";
    }
}
