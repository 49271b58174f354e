package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.http.FakeProxy;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.TestCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DownloadOverProxyTest {
    private static final String LOGIN = "Basic dXNlcjpodW50ZXIyMg==";

    @TempDir
    private Path root;

    private TestCertificate certificate;
    private LoopbackServer server;
    private FakeProxy proxy;

    @BeforeEach
    void start() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = TestCertificate.create(root);
        server = LoopbackServer.startTls(certificate.context())
                .on("/qscanner", exchange -> LoopbackServer.reply(exchange, 200, Map.of(), "scanner"));
        proxy = new FakeProxy(LOGIN, server.port());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void shouldDownloadThroughTheProxyWithItsLogin() throws IOException, InterruptedException {
        assertThat(fetchThrough("user")).isEmpty();

        assertThat(root.resolve("to")).hasContent("scanner");
        assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT registry.example:443 ");
    }

    @Test
    void shouldSayWhatToDoWhenTheProxyRefusesTheLogin() throws IOException, InterruptedException {
        assertThat(fetchThrough("other"))
                .contains("407", "jdk.http.auth.tunneling.disabledSchemes")
                .doesNotContain("hunter22");
        assertThat(root.resolve("to")).doesNotExist();
    }

    @Test
    void shouldNotDownloadFromWhomNobodyVouchesFor() {
        assertThatThrownBy(() -> HttpScannerDownload.over(HttpSettings.DEFAULT)
                        .fetch(server.uri("/qscanner"), root.resolve("to"), 5000))
                .isInstanceOf(IOException.class);
        assertThat(root.resolve("to")).doesNotExist();
    }

    private String fetchThrough(String user) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProxiedDownload.class.getName(),
                        "http://" + user + ":hunter22@127.0.0.1:" + proxy.port(),
                        certificate.pem().toString(),
                        "https://registry.example/qscanner",
                        root.resolve("to").toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}
