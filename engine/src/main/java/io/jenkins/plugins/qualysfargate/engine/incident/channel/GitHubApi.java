package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls of GitHub's REST API for the issues of one repository, https://docs.github.com/rest/issues. */
final class GitHubApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final Duration DEFAULT_WAIT = Duration.ofMinutes(1);
    /** Their clock and ours may disagree. */
    private static final Duration SKEW = Duration.ofDays(1);

    private static final Pattern ISSUE = Pattern.compile("https?://[^\\s\"<>|]{1,300}/(?:issues|pull)/[0-9]{1,12}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final GitHubIssues.Settings settings;
    private final Calls calls;
    private final Clock clock;

    GitHubApi(GitHubIssues.Settings settings, Transport transport, Clock clock) {
        this.settings = settings;
        this.calls =
                new Calls("GitHub", transport, clock, List.of(settings.token().reveal()));
        this.clock = clock;
    }

    /** An answer of any status but those that say that we call too often. */
    HttpAnswer call(String method, String path, @Nullable ObjectNode body) throws UndeliverableException {
        URI uri = URI.create(settings.api().toString().replaceAll("/+$", "") + "/repos/" + settings.owner() + "/"
                + settings.repository() + path);
        HttpCall call = new HttpCall(
                method,
                uri,
                Map.of(
                        "accept", "application/vnd.github+json",
                        "authorization", "Bearer " + settings.token().reveal(),
                        "content-type", "application/json"),
                body == null ? null : body.toString(),
                Duration.ofSeconds(20),
                16 << 20);
        HttpAnswer answer = calls.send(call);
        Duration wait = wait(answer);
        if (wait != null) {
            throw calls.later(
                    "take " + method + " " + path,
                    answer,
                    wait,
                    "It is called too often; it is left alone for " + wait.toSeconds()
                            + " s. Use another account if others use this one up.");
        }
        return answer;
    }

    /** How long to leave it alone; null if it does not ask for that. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
    private @Nullable Duration wait(HttpAnswer answer) {
        if (answer.status() != FORBIDDEN && answer.status() != TOO_MANY) {
            return null;
        }
        Optional<String> after = answer.header("retry-after")
                .filter(each -> SECONDS.matcher(each).matches());
        if (after.isPresent()) {
            return Duration.ofSeconds(Math.min(Long.parseLong(after.get()), 3_600));
        }
        if (answer.header("x-ratelimit-remaining").orElse("").equals("0")) {
            return answer.header("x-ratelimit-reset")
                    .filter(each -> SECONDS.matcher(each).matches())
                    .map(each -> Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(each))))
                    .filter(each -> !each.isNegative() && each.compareTo(Duration.ofHours(1)) <= 0)
                    .orElse(DEFAULT_WAIT);
        }
        return answer.status() == TOO_MANY || answer.body().text().contains("rate limit") ? DEFAULT_WAIT : null;
    }

    void expect(String what, HttpAnswer answer) throws UndeliverableException {
        if (!answer.successful()) {
            throw calls.refused(
                    what,
                    answer,
                    "Check that the token may read and write issues of " + settings.owner() + "/"
                            + settings.repository() + ", and that the repository has issues.");
        }
    }

    /** The address of the issue that is the answer. */
    String address(String what, HttpAnswer answer) throws UndeliverableException {
        expect(what, answer);
        String address = calls.json(what, answer).path("html_url").asText();
        if (!ISSUE.matcher(address).matches()) {
            throw new UndeliverableException(
                    "GitHub was asked to " + what + " and answered no issue. Check its address, and for a proxy that"
                            + " answers in its place.",
                    true,
                    null);
        }
        return address;
    }

    /** The issue with this mark in its body; lists are up to date at once, while searches lag behind. */
    Optional<String> find(String marker, Instant openedAt) throws UndeliverableException {
        String label = URLEncoder.encode(settings.labels().get(0), StandardCharsets.UTF_8);
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode issues = list("/issues?labels=" + label + "&state=all&sort=created&direction=desc&per_page=" + PAGE
                    + "&page=" + page);
            for (JsonNode issue : issues) {
                boolean ours = issue.path("body").asText().contains(marker) && !issue.has("pull_request");
                String address = issue.path("html_url").asText();
                if (ours && ISSUE.matcher(address).matches()) {
                    return Optional.of(address);
                }
            }
            boolean older = issues.size() > 0
                    && isBefore(issues.get(issues.size() - 1).path("created_at").asText(), openedAt.minus(SKEW));
            if (issues.size() < PAGE || older) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** True if the issue has a comment with this mark that is not older than the notice. */
    boolean hasComment(String path, String mark, Instant at) throws UndeliverableException {
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode comments =
                    list(path + "/comments?since=" + at.minus(SKEW) + "&per_page=" + PAGE + "&page=" + page);
            for (JsonNode comment : comments) {
                if (comment.path("body").asText().contains(mark)) {
                    return true;
                }
            }
            if (comments.size() < PAGE) {
                return false;
            }
        }
        return false;
    }

    private JsonNode list(String path) throws UndeliverableException {
        HttpAnswer answer = call("GET", path, null);
        expect("list " + path.replaceAll("\\?.*", ""), answer);
        try {
            JsonNode list = JSON.readTree(answer.body().text());
            if (list != null && list.isArray()) {
                return list;
            }
        } catch (JsonProcessingException unreadable) {
            throw noList(path);
        }
        throw noList(path);
    }

    private static UndeliverableException noList(String path) {
        return new UndeliverableException(
                "GitHub was asked to list " + path.replaceAll("\\?.*", "")
                        + " and answered no list, so nobody knows whether"
                        + " the issue exists. Check its address, and for a proxy that answers in its place.",
                true,
                null);
    }

    private static boolean isBefore(String time, Instant other) {
        try {
            return Instant.parse(time).isBefore(other);
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }
}
