package io.jenkins.plugins.qualysfargate.engine.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkFeedTransportTest {
    private final JdkFeedTransport transport = new JdkFeedTransport(HttpClient.newHttpClient());
    private HttpServer server;
    private int status = 200;

    JdkFeedTransportTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            byte[] body = "feed".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
    }

    @Test
    void shouldGiveTheBodyOfASuccess() throws IOException {
        try (InputStream in = transport.open(address())) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("feed");
        }
    }

    @Test
    void shouldNotTakeAnErrorPageForAFeed() {
        status = 503;

        assertThatThrownBy(() -> transport.open(address())).hasMessage("the server answered 503 and not 200");
    }

    @Test
    void shouldStayInterruptedWhenItIsCancelled() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> transport.open(address())).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
