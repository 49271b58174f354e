package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/** What the server says, before it is wrapped: a response, or an error with its HTTP status. */
record Reply(int status, long code, String message, JsonNode response, String cookie) {
    static Reply of(JsonNode response) {
        return new Reply(200, 0, "", response, "");
    }

    static Reply cookie(JsonNode response, String cookie) {
        return new Reply(200, 0, "", response, cookie);
    }

    static Reply empty() {
        return of(JsonNodeFactory.instance.objectNode());
    }

    /** Recorded: an invalid token and a missing object are both 403. */
    static Reply error(int status, long code, String message) {
        return new Reply(status, code, message, TextNode.valueOf(""), "");
    }

    /** Recorded for the invalid token: JSON that says that it is HTML. */
    String contentType() {
        return code == 0 ? "application/json" : "text/html; charset=UTF-8";
    }

    String json(long timestamp) {
        var root = JsonNodeFactory.instance.objectNode().put("type", "regular");
        root.set("response", response);
        root.put("error_code", code).put("error_msg", message);
        root.putArray("warnings");
        return root.put("timestamp", timestamp).toString();
    }
}
