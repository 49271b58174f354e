package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Incoming webhooks as https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks describes them. */
final class FakeChat extends FakeService {
    static final String PATH = "/services/T0123456/B0123456/s3cr3tS3cr3tS3cr3t";

    private final List<String> texts = new ArrayList<>();

    FakeChat() throws IOException {}

    List<String> texts() {
        return texts;
    }

    @Override
    Reply serve(String method, URI uri, String body, HttpExchange exchange) throws IOException {
        if (!uri.getPath().equals(PATH)) {
            return Reply.of(404, "no_service");
        }
        JsonNode text = json(body).path("text");
        if (!method.equals("POST") || text.asText().isEmpty()) {
            return Reply.of(400, "invalid_payload");
        }
        texts.add(text.asText());
        return Reply.of(200, "ok");
    }
}
