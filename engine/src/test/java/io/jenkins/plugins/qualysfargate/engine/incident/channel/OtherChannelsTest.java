package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.jenkins.plugins.qualysfargate.engine.incident.Notices;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics, signs of life, and links from one channel to another. */
class OtherChannelsTest {
    private static final String PATH = "/ping/s3cr3t-0123";

    /** Takes signs of life. */
    private static final class FakeWatch extends FakeService {
        FakeWatch() throws IOException {}

        @Override
        Reply serve(String method, URI uri, String body, HttpExchange exchange) {
            return Reply.of(uri.getPath().equals(PATH) ? 200 : 404, "OK");
        }
    }

    private FakeWatch watch;

    @BeforeEach
    void start() throws IOException {
        watch = new FakeWatch();
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    private Heartbeat heartbeat(Heartbeat.Method method, String path) {
        return new Heartbeat(Token.of(watch.uri(path).toString()), method, Desk.transport(), Desk.CLOCK);
    }

    @ParameterizedTest
    @EnumSource(Heartbeat.Method.class)
    void shouldBeatAsTheAddressWantsIt(Heartbeat.Method method) throws UndeliverableException {
        heartbeat(method, PATH).beat();

        assertThat(watch.calls()).containsExactly(method + " " + PATH);
    }

    @Test
    void shouldSayThatNobodyHeardItAndNotShowTheAddress() {
        watch.refuse("POST", 500, "s3cr3t-0123 is unwell");
        UndeliverableException unwell = Assertions.catchThrowableOfType(
                UndeliverableException.class,
                () -> heartbeat(Heartbeat.Method.POST, PATH).beat());
        UndeliverableException unknown = Assertions.catchThrowableOfType(
                UndeliverableException.class,
                () -> heartbeat(Heartbeat.Method.POST, "/ping/other-s3cr3t").beat());

        assertThat(unwell).hasMessageContaining("HTTP 500").hasMessageNotContaining("s3cr3t");
        assertThat(unknown).hasMessageContaining("HTTP 404").hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() ->
                        new Heartbeat(Token.of("ftp://x/s3cr3t"), Heartbeat.Method.GET, Desk.transport(), Desk.CLOCK))
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void shouldPassNoticesOnAsTheyAre() throws UndeliverableException {
        List<OutboxMessage> published = new ArrayList<>();
        Desk desk = new Desk(new Relay(published::add));
        Notices story = new Notices();
        OutboxMessage page = story.failing("PT0S", failure("one"), failure("two"));
        desk.send(page);
        desk.send(story.failing("PT1M", failure("one")));
        desk.send(story.resolved("PT2M"));
        desk.send(page);

        assertThat(published).hasSize(2);
        assertThat(published.get(0)).isEqualTo(page);
        assertThat(page.attributes()).containsEntry("event_id", page.id());
        assertThat(desk.outcomes()).containsExactly("DELIVERED", "DELIVERED", "SUPERSEDED");
    }

    @Test
    void shouldLinkTheIssueThatAnotherChannelHasOpened() throws UndeliverableException, IOException {
        try (FakeGitHub github = new FakeGitHub()) {
            Desk issues = new Desk(new GitHubIssues(
                    new GitHubIssues.Settings(
                            github.uri("/api/v3"),
                            "ops",
                            "scans",
                            Token.of(FakeGitHub.TOKEN),
                            List.of("scan-compliance")),
                    Desk.transport(),
                    Desk.CLOCK));
            OutboxMessage page = Notices.opened(failure("one"));
            IssueLink link = IssueLink.openedBy("here", issues);
            assertThat(link.of(Notices.read(page).id())).isEmpty();
            issues.send(page);

            assertThat(link.of(Notices.read(page).id())).contains("https://github.example.com/ops/scans/issues/1");
        }
    }
}
