package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.incident.Notices;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatWebhookTest {
    private FakeChat service;
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        service = new FakeChat();
        desk = new Desk(chat(FakeChat.PATH));
    }

    private ChatWebhook chat(String path) {
        return new ChatWebhook(
                Token.of(service.uri(path).toString()),
                incident -> Optional.of("https://github.example.com/o/r/issues/7"),
                Desk.transport(),
                Desk.CLOCK);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldWriteWhatFailsWhoSeesToItAndThatItIsOver() throws UndeliverableException {
        Notices story = new Notices();
        desk.send(story.failing("PT0S", failure("one"), failure("two")));
        desk.send(story.failing("PT1M", failure("one")));
        desk.send(story.acknowledged("PT2M", new By("kim", "looking")));
        desk.send(story.resolved("PT3M"));

        assertThat(service.texts()).hasSize(3);
        assertThat(service.texts().get(0))
                .startsWith("*SCANS FAILED - failed nessus scans require investigation*")
                .contains("[one two]")
                .endsWith("<https://github.example.com/o/r/issues/7|Issue with the full list>");
        assertThat(service.texts().get(1)).contains("Acknowledged by kim: looking");
        assertThat(service.texts().get(2)).contains("is resolved");
    }

    @Test
    void shouldNotWriteAgainWhatWasDelivered() throws UndeliverableException {
        OutboxMessage page = Notices.opened(failure("one"));
        desk.send(page);
        desk.send(page);

        assertThat(service.texts()).hasSize(1);
        assertThat(desk.outcomes()).containsExactly("DELIVERED", "SUPERSEDED");
    }

    @ParameterizedTest
    @CsvSource({"400, false", "403, true", "404, true", "410, true", "429, true", "500, true", "302, true"})
    void shouldSayWhetherTryingAgainMayHelp(int status, boolean repeat) {
        service.refuse("POST", status, Map.of("Retry-After", "30"), "no_service");

        UndeliverableException failure = desk.failure(Notices.opened(failure("one")));
        assertThat(failure.worthRepeating()).isEqualTo(repeat);
        assertThat(failure.retryAfter()).isEqualTo(repeat ? Duration.ofSeconds(30) : null);
    }

    @Test
    void shouldNeverShowTheAddress() {
        service.drop("POST");
        UndeliverableException silent = desk.failure(Notices.opened(failure("one")));
        service.refuse("POST", 404, "no service s3cr3tS3cr3tS3cr3t");
        UndeliverableException refused = desk.failure(Notices.opened(failure("one")));

        for (UndeliverableException each : new UndeliverableException[] {silent, refused}) {
            assertThat(each)
                    .hasMessageNotContaining("s3cr3t")
                    .hasMessageNotContaining("B0123456")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://chat.example.com/s3cr3tS3cr3t",
                "s3cr3tS3cr3t",
                "https://u:s3cr3tS3cr3t@chat.example.com/x",
                "https://[s3cr3tS3cr3t"
            })
    void shouldRefuseAnAddressWithoutShowingIt(String address) {
        assertThatThrownBy(() -> new ChatWebhook(Token.of(address), IssueLink.NONE, Desk.transport(), Desk.CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cr3t");
    }
}
