package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.incident.Notices;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraTest {
    private static final String API = "/jira/rest/api/2";
    private static final Ticket THEIRS = new Ticket("SOS scanning", "SOS-NESSUS", "ALC", "2");

    private FakeJira service;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        service = new FakeJira();
        desk = desk(null, "Done", null);
    }

    private Desk desk(@Nullable String user, String resolve, @Nullable Ticket ticket) {
        Jira.Settings settings = new Jira.Settings(
                service.uri("/jira/"), user, Token.of(FakeJira.TOKEN), "OPS", "Task", resolve, ticket);
        return new Desk(new Jira(settings, Desk.transport(), Desk.CLOCK));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private JsonNode only() {
        assertThat(service.issues()).hasSize(1);
        return service.issues().get(0).path("fields");
    }

    private String category() {
        return only().path("status").path("statusCategory").path("key").asText();
    }

    @Test
    void shouldOpenKeepAndCloseOneIssue() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one"), failure("two")));
        assertThat(only().path("summary").asText())
                .isEqualTo("SCANS FAILED - failed nessus scans require investigation");
        assertThat(only().path("description").asText())
                .startsWith("{noformat}\n" + Words.INTRODUCTION + "\n[one two]")
                .endsWith("\n{noformat}");
        assertThat(only().path("labels").toString()).contains("\"scan-compliance\"");
        assertThat(desk.lastReceipt().externalId()).endsWith("/jira/browse/OPS-1");

        desk.send(story.failing("PT1M", failure("one")));
        desk.send(story.acknowledged("PT2M", new By("kim", "{noformat}[~admin]")));
        assertThat(only().path("description").asText()).contains("\n[one]\n");
        assertThat(service.comments(1)).hasSize(2).last().asString().contains("{\u200bnoformat}");

        desk.send(story.resolved("PT3M"));
        assertThat(category()).isEqualTo("done");
    }

    @Test
    void shouldFindTheIssueAgainWhenTheAnswerToItsCreationWasLost() throws UndeliverableException {
        OutboxMessage page = Notices.opened(failure("one"));
        service.loseAnswerOf("POST " + API + "/issue");
        assertThat(desk.failure(page).worthRepeating()).isTrue();
        desk.send(page);

        assertThat(service.issues()).hasSize(1);
        assertThat(desk.lastReceipt().externalId()).endsWith("OPS-1");
    }

    @Test
    void shouldFindTheIssueAgainInTheCloud() throws UndeliverableException {
        service.moveSearch();
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        desk.forgetEverything();
        desk.send(story.resolved("PT1M"));

        assertThat(category()).isEqualTo("done");
    }

    @Test
    void shouldOpenAnotherIssueWhenPeopleDeletedIt() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        service.issues().get(0).put("deleted", true);
        desk.send(story.failing("PT1M", failure("one"), failure("two")));

        assertThat(service.issues()).hasSize(2);
    }

    @Test
    void shouldCommentOnceWhenAnAnswerIsLost() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        OutboxMessage more = story.failing("PT1M", failure("one"), failure("two"));
        service.loseAnswerOf("POST " + API + "/issue/OPS-1/comment");
        assertThat(desk.failure(more).worthRepeating()).isTrue();
        desk.send(more);

        assertThat(service.comments(1)).hasSize(1);
    }

    @Test
    void shouldCloseOnceWhenAnAnswerIsLost() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        OutboxMessage end = story.resolved("PT1M");
        service.loseAnswerOf("POST " + API + "/issue/OPS-1/transitions");
        assertThat(desk.failure(end).worthRepeating()).isTrue();
        desk.send(end);

        assertThat(category()).isEqualTo("done");
        assertThat(service.calls())
                .filteredOn(each -> each.equals("POST " + API + "/issue/OPS-1/transitions"))
                .hasSize(1);
    }

    @Test
    void shouldNameTheTransitionsThereAreWhenItsOwnIsNotOneOfThem() throws UndeliverableException {
        Desk other = desk(null, "Erledigt", null);
        Notices story = new Notices();
        other.send(story.failing("PT0S", failure("one")));

        UndeliverableException failure = other.failure(story.resolved("PT1M"));
        assertThat(failure.worthRepeating()).isTrue();
        assertThat(failure).hasMessageContaining("no transition 'Erledigt' now, only [In Progress, Done]");
    }

    @Test
    void shouldLogInWithAUserAndAToken() throws UndeliverableException {
        desk("kim", "Done", null).send(Notices.opened(failure("one")));

        assertThat(service.issues()).hasSize(1);
    }

    @Test
    void shouldOpenATicketForAnotherTeamOnlyForWhatIsTheirs() throws UndeliverableException {
        Desk other = desk(null, "Done", THEIRS);
        other.send(Notices.opened(failure("ours")));
        assertThat(service.issues()).isEmpty();

        other.send(Notices.opened(Notices.ofTheRunbook()));
        assertThat(only().path("description").asText())
                .contains("Assignment group: SOS-NESSUS", "[ALC_all_envs_public_import]");
    }

    @Test
    void shouldCutWhatIsLongerThanItTakes() throws UndeliverableException {
        desk.send(Notices.opened(Notices.many(200, "a-long-name-of-a-scan-{x}")));

        assertThat(service.issues()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /search, 400, false", "GET, /search, 401, true", "GET, /search, 403, true", "GET, /search, 500, true",
        "POST, /issue, 400, false", "POST, /issue, 401, true", "POST, /issue, 404, true", "POST, /issue, 429, true",
        "POST, /issue, 503, true"
    })
    void shouldSayWhetherTryingAgainMayHelp(String method, String path, int status, boolean repeat) {
        service.refuse(method + " " + API + path, status, "{\"errorMessages\":[\"no\"]}");

        UndeliverableException failure = desk.failure(Notices.opened(failure("one")));
        assertThat(failure.worthRepeating()).isEqualTo(repeat);
        assertThat(failure).hasMessageContaining("HTTP " + status).hasMessageContaining("project OPS");
        assertThat(service.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, /search, {}", "GET, /search, <html>", "POST, /issue, {}", "POST, /issue, {\"key\":\"../x\"}"})
    void shouldNotBelieveAnAnswerThatIsNone(String method, String path, String body) {
        service.refuse(method + " " + API + path, 200, body);

        assertThat(desk.failure(Notices.opened(failure("one"))).worthRepeating())
                .isTrue();
    }

    @Test
    void shouldRefuseSettingsThatCannotBe() {
        assertThatThrownBy(() ->
                        new Jira.Settings(service.uri("/"), null, Token.of("abcd"), "ops\"", "Task", "Done", null))
                .hasMessageContaining("the key of a project");
    }
}
