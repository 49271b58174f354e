package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls of Jira's REST API, version 2: https://developer.atlassian.com/cloud/jira/platform/rest/v2 and that of Data Center. */
final class JiraApi {
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,49}-[0-9]{1,12}");
    private static final int MOST_COMMENTS = 1_000;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Jira.Settings settings;
    private final String base;
    private final Calls calls;

    JiraApi(Jira.Settings settings, Transport transport, Clock clock) {
        this.settings = settings;
        this.base = settings.base().toString().replaceAll("/+$", "");
        this.calls =
                new Calls("Jira", transport, clock, List.of(settings.token().reveal(), authorization()));
    }

    private String authorization() {
        String token = settings.token().reveal();
        if (settings.user() == null) {
            return "Bearer " + token;
        }
        byte[] login = (settings.user() + ":" + token).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    HttpAnswer call(String method, String path, @Nullable ObjectNode body) throws UndeliverableException {
        return calls.send(new HttpCall(
                method,
                URI.create(base + "/rest/api/2" + path),
                Map.of(
                        "accept", "application/json",
                        "authorization", authorization(),
                        "content-type", "application/json"),
                body == null ? null : body.toString(),
                Duration.ofSeconds(20),
                8 << 20));
    }

    void expect(String what, HttpAnswer answer) throws UndeliverableException {
        if (!answer.successful()) {
            throw calls.refused(
                    what,
                    answer,
                    "Check that the account may create, edit and resolve issues of project " + settings.project()
                            + ", and which fields its screens ask for.");
        }
    }

    private JsonNode get(String what, String path) throws UndeliverableException {
        HttpAnswer answer = call("GET", path, null);
        expect(what, answer);
        return calls.json(what, answer);
    }

    /** Where people find the issue. */
    String address(String key) {
        return base + "/browse/" + key;
    }

    /** The key of the issue that was just made. */
    String key(HttpAnswer answer) throws UndeliverableException {
        return sound(calls.json("open an issue", answer).path("key").asText());
    }

    private static String sound(String key) throws UndeliverableException {
        if (!KEY.matcher(key).matches()) {
            throw new UndeliverableException(
                    "Jira answered no key of an issue. Check its address, and for a proxy that answers in its place.",
                    true,
                    null);
        }
        return key;
    }

    /** The issue with this label. */
    Optional<String> find(String label) throws UndeliverableException {
        String jql = URLEncoder.encode(
                        "project = \"" + settings.project() + "\" AND labels = \"" + label + "\"",
                        StandardCharsets.UTF_8)
                .replace("+", "%20");
        String query = "?jql=" + jql + "&fields=status&maxResults=1";
        HttpAnswer answer = call("GET", "/search" + query, null);
        if (answer.status() == GONE || answer.status() == NOT_FOUND) {
            // Its name in the cloud since 2025.
            answer = call("GET", "/search/jql" + query, null);
        }
        expect("search for an issue", answer);
        JsonNode issues = calls.json("search for an issue", answer).path("issues");
        if (!issues.isArray()) {
            throw new UndeliverableException(
                    "Jira was searched for an issue and answered no list, so nobody knows whether there is one. Check its"
                            + " address.",
                    true,
                    null);
        }
        return issues.isEmpty()
                ? Optional.empty()
                : Optional.of(sound(issues.get(0).path("key").asText()));
    }

    boolean hasComment(String key, String mark) throws UndeliverableException {
        JsonNode comments = get(
                        "list comments of issue " + key,
                        "/issue/" + key + "/comment?orderBy=-created&maxResults=" + MOST_COMMENTS)
                .path("comments");
        for (JsonNode each : comments) {
            if (each.path("body").asText().contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** True if the issue is in a state that Jira counts as done. */
    boolean isDone(String key) throws UndeliverableException {
        JsonNode issue = get("read issue " + key, "/issue/" + key + "?fields=status");
        return issue.path("fields")
                .path("status")
                .path("statusCategory")
                .path("key")
                .asText()
                .equals("done");
    }

    JsonNode transitions(String key) throws UndeliverableException {
        return get("list transitions of issue " + key, "/issue/" + key + "/transitions")
                .path("transitions");
    }
}
