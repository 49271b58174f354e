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

/** Issues of one repository, as the REST API of GitHub keeps them. */
final class FakeGitHub extends FakeService {
    static final String TOKEN = "ghp_0123456789abcdef";
    private static final Pattern PATH = Pattern.compile("/api/v3/repos/ops/scans/issues(?:/([0-9]+)(/comments)?)?");
    private static final Pattern QUERY = Pattern.compile("(?:^|.*&)page=([0-9]+).*");
    private static final String TOO_LONG =
            "{\"message\":\"Validation Failed\",\"errors\":[{\"message\":\"body is too long (maximum is 65536 characters)\"}]}";

    private final List<ObjectNode> issues = new ArrayList<>();
    private final List<List<String>> comments = new ArrayList<>();
    private int longest = 65_536;

    FakeGitHub() throws IOException {}

    List<ObjectNode> issues() {
        return issues;
    }

    List<String> comments(int number) {
        return comments.get(number - 1);
    }

    void takeAtMost(int characters) {
        longest = characters;
    }

    /** As if people had opened so many others, with the same label. */
    void addOthers(int count) {
        for (int i = 0; i < count; i++) {
            add("other", "another list");
        }
    }

    private ObjectNode add(String title, String body) {
        int number = issues.size() + 1;
        ObjectNode issue = JSON.createObjectNode()
                .put("number", number)
                .put("html_url", "https://github.example.com/ops/scans/issues/" + number)
                .put("title", title)
                .put("body", body)
                .put("state", "open")
                .put("created_at", "2026-03-02T12:00:00Z");
        issues.add(issue);
        comments.add(new ArrayList<>());
        return issue;
    }

    @Override
    Reply serve(String method, URI uri, String body, HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(uri.getPath());
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization")) || !path.matches()) {
            return Reply.of(path.matches() ? 401 : 404, "{\"message\":\"Bad credentials or path\"}");
        }
        if (path.group(1) == null) {
            return method.equals("GET") ? list(uri.getQuery()) : create(json(body));
        }
        int number = Integer.parseInt(path.group(1));
        if (number > issues.size() || issues.get(number - 1).has("deleted")) {
            return Reply.of(404, "{\"message\":\"Not Found\"}");
        }
        return path.group(2) == null ? edit(issues.get(number - 1), json(body)) : comment(method, number, body);
    }

    private Reply list(String query) {
        Matcher page = QUERY.matcher(query);
        int from = page.matches() ? (Integer.parseInt(page.group(1)) - 1) * 100 : 0;
        ArrayNode list = JSON.createArrayNode();
        for (int i = issues.size() - 1 - from; i >= 0 && list.size() < 100; i--) {
            if (!issues.get(i).has("deleted")) {
                list.add(issues.get(i));
            }
        }
        return Reply.of(200, list.toString());
    }

    private Reply create(JsonNode wish) {
        if (wish.path("body").asText().length() > longest) {
            return Reply.of(422, TOO_LONG);
        }
        ObjectNode issue = add(wish.path("title").asText(), wish.path("body").asText());
        issue.set("labels", wish.path("labels"));
        return Reply.of(201, issue.toString());
    }

    private Reply edit(ObjectNode issue, JsonNode wish) {
        if (wish.path("body").asText().length() > longest) {
            return Reply.of(422, TOO_LONG);
        }
        wish.properties().forEach(each -> issue.set(each.getKey(), each.getValue()));
        return Reply.of(200, issue.toString());
    }

    private Reply comment(String method, int number, String body) throws IOException {
        List<String> all = comments(number);
        if (method.equals("GET")) {
            ArrayNode list = JSON.createArrayNode();
            all.forEach(each -> list.addObject().put("body", each));
            return Reply.of(200, list.toString());
        }
        all.add(json(body).path("body").asText());
        return Reply.of(201, "{}");
    }
}
