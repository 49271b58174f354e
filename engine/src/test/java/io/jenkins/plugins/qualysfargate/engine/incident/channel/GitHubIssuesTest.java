package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.incident.Notices;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubIssuesTest {
    private static final String ISSUES = "/api/v3/repos/ops/scans/issues";

    private FakeGitHub service;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        service = new FakeGitHub();
        desk = new Desk(new GitHubIssues(settings("scans", FakeGitHub.TOKEN), Desk.transport(), Desk.CLOCK));
    }

    private GitHubIssues.Settings settings(String repository, String token) {
        return new GitHubIssues.Settings(
                service.uri("/api/v3"), "ops", repository, Token.of(token), List.of("scan-compliance", "nessus"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private ObjectNode only() {
        assertThat(service.issues()).hasSize(1);
        return service.issues().get(0);
    }

    @Test
    void shouldOpenOneIssueWithTheWholeList() throws UndeliverableException {
        desk.send(Notices.opened(Notices.ofTheRunbook()));

        assertThat(only().path("title").asText()).isEqualTo("SCANS FAILED - failed nessus scans require investigation");
        assertThat(only().path("body").asText()).startsWith(Words.INTRODUCTION + "\n[ALC_Prod_WDC06_private_import ");
        assertThat(only().path("labels").toString()).isEqualTo("[\"scan-compliance\",\"nessus\"]");
        assertThat(desk.lastReceipt().externalId()).isEqualTo("https://github.example.com/ops/scans/issues/1");
    }

    @Test
    void shouldKeepItUpToDateAndCloseIt() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one"), failure("two")));
        desk.send(story.failing("PT1M", failure("two"), failure("three")));
        assertThat(only().path("body").asText()).contains("[three two]").contains("- [x] one is well");
        assertThat(service.comments(1)).singleElement().asString().startsWith("Failing now: three\nTicked off: one\n");

        desk.send(story.acknowledged("PT2M", new By("kim", "on it @all")));
        assertThat(service.comments(1)).last().asString().startsWith("Acknowledged by kim: on it @\u200ball");

        desk.send(story.resolved("PT3M"));
        assertThat(only().path("state").asText()).isEqualTo("closed");
        assertThat(only().path("state_reason").asText()).isEqualTo("completed");
        assertThat(service.comments(1)).hasSize(3).last().asString().startsWith("Nothing of this fails any more.");
    }

    @Test
    void shouldFindTheIssueAgainWhenTheAnswerToItsCreationWasLost() throws UndeliverableException {
        OutboxMessage page = Notices.opened(failure("one"));
        service.addOthers(120);
        service.loseAnswerOf("POST " + ISSUES);
        assertThat(desk.failure(page).worthRepeating()).isTrue();
        service.addOthers(130);
        desk.send(page);

        assertThat(service.issues())
                .filteredOn(each -> each.path("body").asText().contains("scan-compliance:key="))
                .hasSize(1);
        assertThat(desk.lastReceipt().externalId()).endsWith("/issues/121");
    }

    @Test
    void shouldFindTheIssueAgainWhenEverythingIsForgotten() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        desk.forgetEverything();
        desk.send(story.failing("PT1M", failure("one"), failure("two")));
        desk.forgetEverything();
        desk.send(story.resolved("PT2M"));

        assertThat(only().path("state").asText()).isEqualTo("closed");
    }

    @Test
    void shouldOpenAnotherIssueWhenPeopleDeletedIt() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        service.issues().get(0).put("deleted", true);
        desk.send(story.failing("PT1M", failure("one"), failure("two")));

        assertThat(service.issues()).hasSize(2);
        assertThat(desk.lastReceipt().externalId()).endsWith("/issues/2");
    }

    @Test
    void shouldOpenItAgainWhenPeopleClosedItAndMoreFails() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        only().put("state", "closed");
        desk.send(story.failing("PT1M", failure("one"), failure("two")));

        assertThat(only().path("state").asText()).isEqualTo("open");
    }

    @Test
    void shouldCommentOnceWhenAnAnswerIsLost() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        OutboxMessage more = story.failing("PT1M", failure("one"), failure("two"));
        service.loseAnswerOf("POST " + ISSUES + "/1/comments");
        assertThat(desk.failure(more).worthRepeating()).isTrue();
        desk.send(more);

        assertThat(service.comments(1)).hasSize(1);
    }

    @Test
    void shouldNotOpenAnIssueOnlyToCloseIt() throws UndeliverableException {
        Notices story = new Notices();
        OutboxMessage page = story.failing("PT0S", failure("one"));
        desk.send(story.resolved("PT1M"));
        desk.send(page);

        assertThat(service.issues()).isEmpty();
    }

    @Test
    void shouldPutTheOverflowIntoComments() throws UndeliverableException {
        desk.send(Notices.opened(Notices.many(200, "a-long-name-of-a-scan-that-fails-*-every-day-of-the-year")));

        assertThat(only().path("body").asText().length()).isLessThanOrEqualTo(65_536);
        assertThat(service.comments(1))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("Failing as well:") && each.length() <= 65_536);
    }

    @Test
    void shouldTryAShorterBodyWhenTheServerCountsOtherwise() throws UndeliverableException {
        service.takeAtMost(30_000);
        Notices story = new Notices();
        desk.send(story.failing("PT0S", Notices.many(150, "a-name")));
        desk.send(story.failing("PT1M", Notices.many(160, "a-name")));

        assertThat(only().path("body").asText().length()).isLessThanOrEqualTo(30_000);
    }

    @Test
    void shouldCloseWhereReasonsAreUnknown() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        OutboxMessage end = story.resolved("PT1M");
        service.refuse(
                "PATCH " + ISSUES + "/1", 200, "{\"html_url\":\"https://github.example.com/ops/scans/issues/1\"}");
        service.refuse("PATCH " + ISSUES + "/1", 422, "{\"message\":\"state_reason is not a permitted key\"}");
        desk.send(end);

        assertThat(only().path("state").asText()).isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "403, Retry-After, 120, 120, You have exceeded a secondary rate limit",
        "403, x-ratelimit-remaining, 0, 60, API rate limit exceeded",
        "403, Server, GitHub.com, 60, You have exceeded a secondary rate limit",
        "429, Server, GitHub.com, 60, Too many"
    })
    void shouldLeaveItAloneWhenItIsCalledTooOften(int status, String header, String value, int wait, String text) {
        service.refuse("POST " + ISSUES, status, Map.of(header, value), "{\"message\":\"" + text + "\"}");

        UndeliverableException failure = desk.failure(Notices.opened(failure("one")));
        assertThat(failure.worthRepeating()).isTrue();
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(wait));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 401, true",
        "GET, 403, true",
        "GET, 404, true",
        "GET, 500, true",
        "GET, 301, true",
        "POST, 401, true",
        "POST, 403, true",
        "POST, 404, true",
        "POST, 410, true",
        "POST, 422, false",
        "POST, 502, true"
    })
    void shouldSayWhetherTryingAgainMayHelp(String method, int status, boolean repeat) {
        service.refuse(method + " " + ISSUES, status, "{\"message\":\"no\"}");

        UndeliverableException failure = desk.failure(Notices.opened(failure("one")));
        assertThat(failure.worthRepeating()).isEqualTo(repeat);
        assertThat(failure).hasMessageContaining("HTTP " + status).hasMessageContaining("Check that the token");
        assertThat(service.issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>proxy</html>", "{}", "null", "[1"})
    void shouldNotOpenAnIssueWhenNobodyKnowsWhetherThereIsOne(String list) {
        service.refuse("GET " + ISSUES, 200, list);

        assertThat(desk.failure(Notices.opened(failure("one"))).worthRepeating())
                .isTrue();
        assertThat(service.issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void shouldTryAgainAfterACallWithoutAnswer(String method) throws UndeliverableException {
        Notices story = new Notices();
        OutboxMessage page = story.failing("PT0S", failure("one"));
        OutboxMessage more = story.failing("PT1M", failure("one"), failure("two"));
        service.drop(method + " " + ISSUES);
        OutboxMessage first = method.equals("PATCH") ? more : page;
        if (method.equals("PATCH")) {
            desk.send(page);
        }
        assertThat(desk.failure(first).worthRepeating()).isTrue();
        desk.send(first);

        assertThat(service.issues()).hasSize(1);
    }

    @Test
    void shouldNeverShowTheToken() {
        String wrong = "ghp_wrong0123456789";
        Desk other = new Desk(new GitHubIssues(settings("scans", wrong), Desk.transport(), Desk.CLOCK));
        service.refuse("GET " + ISSUES, 401, "{\"message\":\"Bad credentials " + wrong + "\"}");

        assertThat(other.failure(Notices.opened(failure("one")))).hasMessageNotContaining(wrong);
        assertThat(settings("scans", wrong).toString()).doesNotContain(wrong);
    }

    @Test
    void shouldRefuseSettingsThatLeadElsewhere() {
        assertThatThrownBy(() -> settings("../x", "abcd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GitHubIssues.Settings(
                        URI.create("http://github.example.com/api/v3"), "o", "r", Token.of("abcd"), List.of("l")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GitHubIssues.Settings(GitHubIssues.PUBLIC, "o", "r", Token.of("abcd"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
