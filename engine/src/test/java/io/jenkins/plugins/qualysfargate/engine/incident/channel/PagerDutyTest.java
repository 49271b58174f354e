package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failing;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalations;
import io.jenkins.plugins.qualysfargate.engine.incident.Failures;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentPolicy;
import io.jenkins.plugins.qualysfargate.engine.incident.Incidents;
import io.jenkins.plugins.qualysfargate.engine.incident.Notices;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.incident.Wording;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerDutyTest {
    private static final String ENQUEUE = "POST /v2/enqueue";
    private static final By KIM = new By("kim", "looking");

    private FakePagerDuty service;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        service = new FakePagerDuty();
        desk = new Desk(pager(FakePagerDuty.KEY));
    }

    private PagerDuty pager(String key) {
        PagerDuty.Settings settings = new PagerDuty.Settings(
                service.uri("/v2/enqueue"), Token.of(key), URI.create("https://ci.example.com/compliance"));
        return new PagerDuty(
                settings,
                incident -> Optional.of("https://github.example.com/o/r/issues/7"),
                Desk.transport(),
                Desk.CLOCK);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldPageWithTheTitleOfTheRunbookAndLinks() throws UndeliverableException {
        OutboxMessage message = Notices.opened(Notices.ofTheRunbook());
        desk.send(message);

        JsonNode event = service.triggers().get(0);
        assertThat(event.path("dedup_key").asText())
                .isEqualTo(Notices.read(message).key());
        assertThat(event.path("links").findValuesAsText("href"))
                .containsExactly("https://runbooks.example.com/nessus", "https://github.example.com/o/r/issues/7");
        assertThat(event.path("client_url").asText()).isEqualTo("https://ci.example.com/compliance");
        JsonNode payload = event.path("payload");
        assertThat(payload.path("summary").asText())
                .isEqualTo("SCANS FAILED - failed nessus scans require investigation");
        assertThat(payload.path("severity").asText()).isEqualTo("error");
        assertThat(payload.path("component").asText()).isEqualTo("nessus");
        assertThat(payload.path("custom_details").path("scans").asText())
                .isEqualTo("[ALC_Prod_WDC06_private_import ALC_all_envs_public_import]");
        assertThat(desk.lastReceipt().externalId())
                .isEqualTo(Notices.read(message).key());
    }

    @Test
    void shouldAcknowledgeAndResolveWhatItTriggered() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        desk.send(story.acknowledged("PT5M", KIM));
        assertThat(service.alerts()).containsValue("acknowledged").hasSize(1);

        desk.send(story.resolved("PT10M"));
        assertThat(service.alerts().values()).containsOnly("resolved");
        assertThat(desk.outcomes()).containsExactly("DELIVERED", "DELIVERED", "DELIVERED");
    }

    @Test
    void shouldPageAnewWithAnotherKeyWhenAnAcknowledgementHasExpired() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one")));
        desk.send(story.acknowledged("PT5M", KIM));
        OutboxMessage again = story.failing("PT1H5M", failure("one"));
        desk.send(again);

        String key = Notices.read(again).key();
        assertThat(service.alerts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(key, "resolved", key + ":2", "triggered"));
        desk.send(story.resolved("PT2H"));
        assertThat(service.alerts().values()).containsOnly("resolved");
    }

    @Test
    void shouldNotPageForWhatIsOnlyWorthANote() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one"), failure("two")));
        desk.send(story.failing("PT1M", failure("one")));

        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void shouldNotTriggerAfterItHasResolved() throws UndeliverableException {
        Notices story = new Notices();
        OutboxMessage page = story.failing("PT0S", failure("one"));
        service.refuse(ENQUEUE, 500, "oops");
        assertThat(desk.failure(page).worthRepeating()).isTrue();
        desk.send(story.resolved("PT10M"));
        desk.send(page);

        assertThat(service.triggers()).isEmpty();
        assertThat(desk.outcomes()).containsExactly("FAILED", "DELIVERED", "SUPERSEDED");
    }

    @Test
    void shouldPageOnceWhenAnAnswerIsLost() throws UndeliverableException {
        OutboxMessage page = Notices.opened(failure("one"));
        service.loseAnswerOf(ENQUEUE);
        assertThat(desk.failure(page).worthRepeating()).isTrue();
        desk.send(page);
        desk.send(page);

        assertThat(service.alerts()).hasSize(1).containsValue("triggered");
        assertThat(service.calls()).hasSize(2);
    }

    @Test
    void shouldTakeAnAcceptedEventWithoutBodyForDelivered() throws UndeliverableException {
        service.refuse(ENQUEUE, 202, "");
        desk.send(Notices.opened(failure("one")));

        assertThat(desk.outcomes()).containsExactly("DELIVERED");
    }

    @Test
    void shouldWaitAsLongAsItIsAskedTo() {
        service.refuse(ENQUEUE, 429, Map.of("Retry-After", "90"), "slow down");

        assertThat(desk.failure(Notices.opened(failure("one"))).retryAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({"400, false", "401, true", "403, true", "404, true", "429, true", "500, true", "503, true", "302, true"
    })
    void shouldSayWhetherTryingAgainMayHelp(int status, boolean repeat) {
        service.refuse(ENQUEUE, status, "{\"status\":\"invalid event\"}");

        UndeliverableException failure = desk.failure(Notices.opened(failure("one")));
        assertThat(failure.worthRepeating()).isEqualTo(repeat);
        assertThat(failure.getMessage()).contains("PagerDuty did not trigger a page: HTTP " + status, "heck ");
    }

    @Test
    void shouldNeverShowTheRoutingKey() {
        String wrong = "fedcba9876543210fedcba9876543210";
        service.refuse(ENQUEUE, 400, "bad key " + wrong);
        Desk other = new Desk(pager(wrong));

        UndeliverableException failure = other.failure(Notices.opened(failure("one")));
        assertThat(failure).hasMessageNotContaining(wrong).hasMessageContaining("routing key");
        assertThat(Token.of(wrong).toString()).doesNotContain(wrong);
    }

    @Test
    void shouldCutWhatIsLongerThanItTakes() throws UndeliverableException {
        Wording wordy = new Wording("SCANS FAILED ".repeat(500), "", Map.of());
        IncidentPolicy policy = IncidentPolicy.standard("a".repeat(64), wordy);
        Escalation escalation = Escalation.once("prod", List.of("pager"));
        OutboxMessage message = new Incidents(policy, new Escalations(Map.of(), escalation))
                .step(List.of(), failing(Notices.many(200, "\u4e2d".repeat(90))), Failures.NOON)
                .messages()
                .get(0);
        desk.send(message);

        assertThat(service.triggers()).hasSize(1);
        assertThat(PagerDuty.key(Notices.read(message), 12).length()).isLessThanOrEqualTo(255);
    }

    @Test
    void shouldDropDetailsOfAnEventThatIsTooLarge() throws UndeliverableException {
        IncidentNotice notice = Notices.read(Notices.opened(failure("one")));
        OutboxMessage huge = new OutboxMessage(
                "m",
                "pager",
                "s",
                notice.json().replace("nothing ran between", "\u4e2d".repeat(200_000)),
                Map.of(),
                Failures.NOON);
        desk.send(huge);

        assertThat(service.triggers().get(0).path("payload").has("custom_details"))
                .isFalse();
    }

    @Test
    void shouldRefuseAnAddressOnWhichOthersCouldReadAlong() {
        assertThatThrownBy(() -> new PagerDuty.Settings(
                        URI.create("http://events.example.com/v2/enqueue"), Token.of("abcd"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://host/path");
        assertThat(PagerDuty.EU.getHost()).isEqualTo("events.eu.pagerduty.com");
    }

    @Test
    void shouldSayThatAMessageIsNone() {
        UndeliverableException failure =
                desk.failure(new OutboxMessage("m", "pager", "s", "{}", Map.of(), Failures.NOON));

        assertThat(failure.worthRepeating()).isFalse();
        assertThat(failure).hasMessageContaining("is no notice of an incident");
    }
}
