package io.jenkins.plugins.qualysfargate.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JdkTransportFailureTest {
    private final Transport transport = JdkTransport.of(HttpSettings.DEFAULT);
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldGiveStatusHeadersAndBodyOfAnyAnswer() throws TransportException {
        server.on("/teapot", LoopbackServer.answering(418, Map.of("X-Kind", "short"), "stout"));

        HttpAnswer answer = transport.send(HttpCall.get(server.uri("/teapot")));

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.successful()).isFalse();
        assertThat(answer.header("x-kind")).contains("short");
        assertThat(answer.body().text()).isEqualTo("stout");
    }

    @Test
    void shouldGiveAnswersThatAskForLoginInsteadOfFailing() throws TransportException {
        server.on("/login", LoopbackServer.answering(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), "no"));

        assertThat(transport.send(HttpCall.get(server.uri("/login"))).status()).isEqualTo(401);
    }

    @Test
    void shouldGiveRedirectsInsteadOfFollowingThem() throws TransportException {
        server.on("/moved", LoopbackServer.answering(302, Map.of("Location", "/elsewhere"), ""));

        assertThat(transport.send(HttpCall.get(server.uri("/moved"))).status()).isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldSendBodyOfPost() throws TransportException {
        server.on(
                "/echo",
                exchange -> LoopbackServer.reply(
                        exchange,
                        200,
                        Map.of(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));

        HttpAnswer answer = transport.send(HttpCall.post(server.uri("/echo"), "text/plain", "grüße"));

        assertThat(answer.body().text()).isEqualTo("grüße");
    }

    @Test
    void shouldTakeBodyOfExactlyTheLimit() throws TransportException {
        server.on("/ten", LoopbackServer.answering(200, Map.of(), "0123456789"));

        assertThat(transport
                        .send(HttpCall.get(server.uri("/ten")).atMost(10))
                        .body()
                        .size())
                .isEqualTo(10);
    }

    @Test
    void bodyOneByteOverTheLimit() {
        server.on("/ten", LoopbackServer.answering(200, Map.of(), "0123456789"));

        assertFails(HttpCall.get(server.uri("/ten")).atMost(9), Kind.TOO_LARGE, "larger than 9 bytes");
    }

    @Test
    void endlessBody() {
        server.on("/flood", LoopbackServer.flooding());

        assertFails(HttpCall.get(server.uri("/flood")), Kind.TOO_LARGE, "larger than 4194304 bytes");
    }

    @Test
    void hangBeforeTheHead() {
        server.on("/hang", server.hanging());

        assertFails(HttpCall.get(server.uri("/hang")).within(Duration.ofMillis(300)), Kind.TIMED_OUT, "within PT0.3S");
    }

    @Test
    void hangInTheBody() {
        server.on("/hang", server.hangingInBody());

        assertFails(HttpCall.get(server.uri("/hang")).within(Duration.ofMillis(300)), Kind.TIMED_OUT, "within PT0.3S");
    }

    @Test
    void cutBody() {
        server.on("/cut", LoopbackServer.cutting("{\"half\":"));

        assertFails(HttpCall.get(server.uri("/cut")), Kind.CUT_OFF, "/cut");
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertFails(HttpCall.get(URI.create("http://127.0.0.1:" + port + "/")), Kind.UNREACHABLE, "127.0.0.1:" + port);
    }

    @Test
    void interruptedWhileWaiting() {
        server.on("/hang", server.hanging());
        Thread.currentThread().interrupt();

        assertFails(HttpCall.get(server.uri("/hang")), Kind.CANCELLED, "cancelled");

        assertThat(Thread.interrupted()).as("the flag is kept for the caller").isTrue();
    }

    private void assertFails(HttpCall call, Kind kind, String part) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> transport.send(call))
                .withMessageContaining(part)
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.howToFix()).isNotBlank();
                });
    }
}
