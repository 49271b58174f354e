package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One project of Jira behind its REST API, version 2. */
final class FakeJira extends FakeService {
    static final String TOKEN = "jira-0123456789";
    private static final Pattern PATH =
            Pattern.compile("/jira/rest/api/2/(search(?:/jql)?|issue)(?:/(OPS-[0-9]+))?(?:/(comment|transitions))?");
    private static final Pattern LABEL = Pattern.compile(".*labels = \"([^\"]+)\".*");

    private final List<ObjectNode> issues = new ArrayList<>();
    private final List<List<String>> comments = new ArrayList<>();
    private boolean newSearch;

    FakeJira() throws IOException {}

    List<ObjectNode> issues() {
        return issues;
    }

    List<String> comments(int number) {
        return comments.get(number - 1);
    }

    /** As the cloud does since 2025. */
    void moveSearch() {
        newSearch = true;
    }

    @Override
    Reply serve(String method, URI uri, String body, HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(uri.getPath());
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        if (!login.equals("Bearer " + TOKEN) && !login.equals("Basic a2ltOmppcmEtMDEyMzQ1Njc4OQ==")) {
            return Reply.of(401, "<html>Unauthorized</html>");
        }
        if (!path.matches()) {
            return Reply.of(404, "{}");
        }
        if (path.group(1).startsWith("search")) {
            return newSearch == path.group(1).endsWith("jql")
                    ? search(uri.getQuery())
                    : Reply.of(410, "{\"errorMessages\":[\"removed\"]}");
        }
        if (path.group(2) == null) {
            return create(json(body));
        }
        int number = Integer.parseInt(path.group(2).substring(4));
        if (number > issues.size() || issues.get(number - 1).has("deleted")) {
            return Reply.of(404, "{\"errorMessages\":[\"Issue Does Not Exist\"]}");
        }
        if (path.group(3) == null) {
            return edit(method, issues.get(number - 1), body);
        }
        return path.group(3).equals("comment") ? comment(method, number, body) : transition(method, number, body);
    }

    private Reply search(String query) {
        Matcher label = LABEL.matcher(query);
        ArrayNode found = JSON.createArrayNode();
        for (ObjectNode each : issues) {
            boolean has = label.matches()
                    && each.path("fields").path("labels").toString().contains("\"" + label.group(1) + "\"");
            if (has && !each.has("deleted")) {
                found.addObject().put("key", each.path("key").asText());
            }
        }
        return Reply.of(200, JSON.createObjectNode().set("issues", found).toString());
    }

    private static String wrong(JsonNode fields) {
        if (fields.path("summary").asText().isEmpty()
                || fields.path("summary").asText().length() > 255) {
            return "summary";
        }
        return fields.path("description").asText().length() > 32_767 ? "description" : "";
    }

    private Reply create(JsonNode wish) {
        JsonNode fields = wish.path("fields");
        if (!wrong(fields).isEmpty()
                || !fields.path("project").path("key").asText().equals("OPS")) {
            return Reply.of(400, "{\"errors\":{\"" + wrong(fields) + "\":\"is wrong\"}}");
        }
        String key = "OPS-" + (issues.size() + 1);
        ObjectNode issue = JSON.createObjectNode().put("key", key);
        issue.set("fields", fields.deepCopy());
        issues.add(issue);
        comments.add(new ArrayList<>());
        status(issue, "new");
        return Reply.of(201, "{\"id\":\"1\",\"key\":\"" + key + "\"}");
    }

    private static void status(ObjectNode issue, String category) {
        ((ObjectNode) issue.path("fields"))
                .putObject("status")
                .putObject("statusCategory")
                .put("key", category);
    }

    private Reply edit(String method, ObjectNode issue, String body) throws IOException {
        if (method.equals("GET")) {
            return Reply.of(200, issue.toString());
        }
        JsonNode fields = json(body).path("fields");
        if (!wrong(fields).isEmpty()) {
            return Reply.of(400, "{\"errors\":{\"" + wrong(fields) + "\":\"is wrong\"}}");
        }
        fields.properties().forEach(each -> ((ObjectNode) issue.path("fields")).set(each.getKey(), each.getValue()));
        return Reply.of(204, "");
    }

    private Reply comment(String method, int number, String body) throws IOException {
        if (method.equals("POST")) {
            comments(number).add(json(body).path("body").asText());
            return Reply.of(201, "{}");
        }
        ArrayNode list = JSON.createArrayNode();
        comments(number).forEach(each -> list.addObject().put("body", each));
        return Reply.of(200, JSON.createObjectNode().set("comments", list).toString());
    }

    private Reply transition(String method, int number, String body) throws IOException {
        if (method.equals("GET")) {
            return Reply.of(
                    200,
                    "{\"transitions\":[{\"id\":\"11\",\"name\":\"In Progress\"},{\"id\":\"31\",\"name\":\"Done\"}]}");
        }
        if (json(body).path("transition").path("id").asText().equals("31")) {
            status(issues.get(number - 1), "done");
        }
        return Reply.of(204, "");
    }
}
