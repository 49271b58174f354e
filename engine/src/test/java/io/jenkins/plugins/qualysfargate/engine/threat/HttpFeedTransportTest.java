package io.jenkins.plugins.qualysfargate.engine.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFeedTransportTest {
    private final LoopbackServer server = LoopbackServer.start();
    private final FeedTransport transport = new HttpFeedTransport(Transport.create(
            HttpSettings.DEFAULT.withRetry(RetrySettings.NEVER),
            Clock.fixed(Instant.parse("2026-01-22T12:00:00Z"), ZoneOffset.UTC)));

    HttpFeedTransportTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldGiveTheBodyOfASuccess() throws IOException {
        server.on("/feed", LoopbackServer.answering(200, Map.of(), "feed"));

        try (InputStream in = transport.open(server.uri("/feed"))) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("feed");
        }
    }

    @Test
    void shouldNotTakeAnErrorPageForAFeed() {
        server.on("/feed", LoopbackServer.answering(404, Map.of(), "<html>"));

        assertThatThrownBy(() -> transport.open(server.uri("/feed"))).hasMessage("the server answered 404 and not 200");
    }

    @Test
    void shouldNotTakeAFeedThatWasCutOff() {
        server.on("/feed", LoopbackServer.cutting("half of a feed"));

        assertThatThrownBy(() -> transport.open(server.uri("/feed"))).isInstanceOf(IOException.class);
    }

    @Test
    void shouldStayInterruptedWhenItIsCancelled() {
        server.on("/feed", LoopbackServer.answering(200, Map.of(), "feed"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> transport.open(server.uri("/feed"))).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
