package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.qualysfargate.engine.http.ConfiguredClient;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class HttpScannerDownloadTest {
    @TempDir
    private Path root;

    private HttpServer server;
    private ExecutorService threads;
    private final CountDownLatch over = new CountDownLatch(1);
    private final ConfiguredClient client = ConfiguredClient.of(HttpSettings.DEFAULT);

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/file", exchange -> answer(exchange, 200, new byte[5000]));
        server.createContext("/absent", exchange -> answer(exchange, 404, new byte[10]));
        server.createContext("/moved", exchange -> redirect(exchange, "/file"));
        server.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        server.createContext("/outside", exchange -> redirect(exchange, "http://mirror.example/file"));
        server.createContext("/nonsense", exchange -> redirect(exchange, "http://a b"));
        server.createContext("/stall", exchange -> {
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void fetch(URI from, long maxBytes) throws IOException, InterruptedException {
        new HttpScannerDownload(client, Duration.ofMinutes(2)).fetch(from, root.resolve("to"), maxBytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/file", "/moved"})
    void shouldWriteWhatIsServed(String path) throws Exception {
        fetch(at(path), 5000);
        assertThat(root.resolve("to")).hasSize(5000);
    }

    @Test
    void shouldStopAtTheLimit() {
        assertThatThrownBy(() -> fetch(at("/file"), 4999))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than 4999");
    }

    @Test
    void shouldNotTakeAnErrorPage() {
        assertThatThrownBy(() -> fetch(at("/absent"), 5000)).hasMessageContaining("status 404");
        assertThat(root.resolve("to")).doesNotExist();
    }

    @Test
    void shouldEndAStalledDownload() {
        HttpScannerDownload impatient = new HttpScannerDownload(client, Duration.ofSeconds(1));
        assertThatThrownBy(() -> impatient.fetch(at("/stall"), root.resolve("to"), 5000))
                .hasMessageContaining("not complete after 1 s");
    }

    @Test
    void shouldNotRunInCircles() {
        assertThatThrownBy(() -> fetch(at("/circle"), 5000)).hasMessageContaining("more than 5 times");
        assertThatThrownBy(() -> fetch(at("/nonsense"), 5000)).hasMessageContaining("no address");
    }

    @Test
    void shouldRefusePlainHttpBeyondThisMachineAlsoAfterARedirect() {
        assertThatThrownBy(() -> fetch(at("/outside"), 5000)).hasMessageContaining("only https is accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://mirror.example/q", "http://127.0.0.1.evil.example/q", "ftp://127.0.0.1/q", "file:///q"})
    void shouldRefuseOtherAddresses(String address) {
        assertThatThrownBy(() -> fetch(URI.create(address), 5000)).hasMessageContaining("only https is accepted");
    }
}
