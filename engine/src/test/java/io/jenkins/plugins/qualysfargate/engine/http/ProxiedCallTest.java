package io.jenkins.plugins.qualysfargate.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProxiedCallTest {
    private static final String LOGIN = "Basic dXNlcjpodW50ZXIyMg==";

    // Making one takes two processes, so all tests share it.
    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    private final List<String> seenByServer = new CopyOnWriteArrayList<>();
    private LoopbackServer server;
    private FakeProxy proxy;

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = TestCertificate.create(directory);
    }

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.startTls(certificate.context()).on("/hello", this::answer);
        proxy = new FakeProxy(LOGIN, server.port());
    }

    private void answer(HttpExchange exchange) throws IOException {
        seenByServer.addAll(exchange.getRequestHeaders().keySet());
        LoopbackServer.reply(exchange, 200, Map.of(), "through");
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void shouldTunnelTlsWithLoginThatTheServerNeverSees() throws IOException, InterruptedException {
        assertThat(callThrough("http://user:hunter22@127.0.0.1:" + proxy.port()))
                .isEqualTo("200 through");

        assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT registry.example:443 ");
        assertThat(seenByServer).isNotEmpty().noneMatch(each -> each.equalsIgnoreCase("proxy-authorization"));
    }

    @Test
    void shouldSayWhatToDoWhenProxyRefusesLogin() throws IOException, InterruptedException {
        assertThat(callThrough("http://user:wrong@127.0.0.1:" + proxy.port()))
                .startsWith("PROXY_REFUSED ")
                .contains("407")
                .doesNotContain("wrong");
        assertThat(seenByServer).isEmpty();
    }

    @Test
    void shouldSendPlainCallsThroughTheirProxy() throws TransportException {
        Transport transport = JdkTransport.of(HttpSettings.DEFAULT.withProxy(
                ProxySettings.ofEnvironment(Map.of("HTTP_PROXY", "user:hunter22@127.0.0.1:" + proxy.port()))));

        assertThat(transport
                        .send(HttpCall.get(URI.create("http://registry.example/v2/")))
                        .body()
                        .text())
                .isEqualTo("by proxy!");
        assertThat(proxy.heads()).singleElement().asString().startsWith("GET http://registry.example/v2/ ");
    }

    @Test
    void shouldPassProxyByForListedHosts() throws TransportException {
        Transport transport = JdkTransport.of(HttpSettings.DEFAULT
                .withCaFile(certificate.pem())
                .withProxy(ProxySettings.ofEnvironment(
                        Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.port(), "NO_PROXY", "127.0.0.1"))));

        assertThat(transport.send(HttpCall.get(server.uri("/hello"))).status()).isEqualTo(200);
        assertThat(proxy.heads()).isEmpty();
    }

    @Test
    void shouldNotTrustUnknownCertificate() {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> JdkTransport.of(HttpSettings.DEFAULT).send(HttpCall.get(server.uri("/hello"))))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED))
                .satisfies(failure -> assertThat(failure.howToFix()).contains("CA file"));
        assertThat(seenByServer).isEmpty();
    }

    @Test
    void shouldRefuseUselessCaFile() {
        Path missing = directory.resolve("missing.pem");
        Path noPem = directory.resolve("server.p12");

        assertThatExceptionOfType(HttpConfigurationException.class)
                .isThrownBy(() -> JdkTransport.of(HttpSettings.DEFAULT.withCaFile(missing)))
                .withMessageContaining("missing.pem");
        assertThatExceptionOfType(HttpConfigurationException.class)
                .isThrownBy(() -> JdkTransport.of(HttpSettings.DEFAULT.withCaFile(noPem)))
                .withMessageContaining("server.p12");
    }

    private String callThrough(String proxyAddress) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TunnelledCall.class.getName(),
                        proxyAddress,
                        certificate.pem().toString(),
                        "https://registry.example/hello")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}
