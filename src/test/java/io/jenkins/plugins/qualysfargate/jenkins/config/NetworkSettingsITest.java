package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.ProxyConfiguration;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Proxy;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class NetworkSettingsITest {
    private static final URI GATEWAY = URI.create("https://gateway.example/");

    @Test
    void shouldGoThroughTheProxyThatJenkinsHas(JenkinsRule jenkins) throws Exception {
        assertThat(NetworkSettings.current().http()).isEqualTo(HttpSettings.DEFAULT);
        assertThat(NetworkSettings.proxyVariables()).isEmpty();

        jenkins.jenkins.setProxy(new ProxyConfiguration(
                "proxy.example", 3128, "user@corp", "p@ss w:rd", "*.corp.example\n10.*, exact.example|ci-*.example"));

        ProxySettings proxies = NetworkSettings.current().http().proxy();
        assertThat(proxies.proxyFor(GATEWAY)).contains(new Proxy("proxy.example", 3128, "user@corp", "p@ss w:rd"));
        assertThat(proxies.proxyFor(URI.create("https://registry.corp.example/")))
                .isEmpty();
        assertThat(proxies.proxyFor(URI.create("https://10.1.2.3/"))).isEmpty();
        assertThat(proxies.proxyFor(URI.create("https://ci-7.example/"))).isEmpty();
        assertThat(proxies.proxyFor(URI.create("https://sub.exact.example/"))).isPresent();
        assertThat(NetworkSettings.proxyVariables())
                .containsOnlyKeys("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
                .containsEntry("HTTPS_PROXY", "http://user%40corp:p%40ss%20w%3Ard@proxy.example:3128")
                .containsEntry("NO_PROXY", ".corp.example,10.0.0.0/8,exact.example");
        assertThat(ProxySettings.ofEnvironment(NetworkSettings.proxyVariables()).proxyFor(GATEWAY))
                .contains(new Proxy("proxy.example", 3128, "user@corp", "p@ss w:rd"));
    }

    /** Unmasked: SECURITY-3499, 1835, 698 credentials-binding; 3075 thycotic. */
    @Test
    void shouldBeWrittenWithoutAReadablePassword(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setProxy(new ProxyConfiguration("proxy.example", 3128, "user", Settings.SECRET, ""));
        NetworkSettings settings = NetworkSettings.current();

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(written)) {
            out.writeObject(settings);
        }

        assertThat(written.toString(StandardCharsets.ISO_8859_1))
                .contains("proxy.example")
                .doesNotContain(Settings.SECRET);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            NetworkSettings read = (NetworkSettings) in.readObject();
            assertThat(read.http()).isEqualTo(settings.http());
            assertThat(read).hasToString("proxy.example:3128");
        }
    }

    @Test
    void shouldTrustTheCertificatesThatAnAdministratorNames(JenkinsRule jenkins, @TempDir Path directory)
            throws Exception {
        Path pem = ServerCertificate.create(directory).pem();
        QualysConfiguration.get().setCaFile(pem.toString());
        NetworkSettings settings = NetworkSettings.current();

        assertThat(settings.http().caFile()).isEqualTo(pem);
        assertThat(settings.certificates()).startsWith("-----BEGIN CERTIFICATE-----");
        Path agent = directory.resolve("agent/tools");
        assertThat(settings.httpOnAgent(agent).caFile()).hasParent(agent).hasSameTextualContentAs(pem);
        assertThat(settings.httpOnAgent(agent).caFile()).hasSameTextualContentAs(pem);
        assertThat(agent).isDirectoryNotContaining("glob:**.part");

        for (String useless :
                new String[] {"/nowhere/ca.pem", directory.resolve("server.p12").toString()}) {
            QualysConfiguration.get().setCaFile(useless);
            assertThatExceptionOfType(ScanRefusedException.class)
                    .isThrownBy(NetworkSettings::current)
                    .withMessageContainingAll(useless, "file of certificates");
        }
    }

    @Test
    void shouldAskOnlyListedRegistriesWithoutTls(JenkinsRule jenkins) {
        QualysConfiguration.get().setInsecureRegistries("one.example:5000,  10.0.0.1\n two.example");

        assertThat(NetworkSettings.registries().insecureRegistries())
                .containsExactlyInAnyOrder("one.example:5000", "10.0.0.1", "two.example");
    }
}
