package io.jenkins.plugins.qualysfargate.jenkins.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.ProxyConfiguration;
import hudson.model.TaskListener;
import hudson.slaves.DumbSlave;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolLocationNodeProperty;
import hudson.tools.ToolLocationNodeProperty.ToolLocation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.VerifiedScanner;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScannersITest {
    private static final String WRONG = "0".repeat(64);

    @TempDir
    private Path directory;

    private ScannerServer mirror;

    @BeforeEach
    void startMirror() throws IOException {
        mirror = new ScannerServer();
    }

    @AfterEach
    void stopMirror() {
        mirror.close();
    }

    private static QScannerInstallation.DescriptorImpl tools() {
        return ExtensionList.lookupSingleton(QScannerInstallation.DescriptorImpl.class);
    }

    private static QScannerInstallation at(String name, String home, String sha256) {
        QScannerInstallation installation = new QScannerInstallation(name, home, List.of());
        installation.setSha256(sha256);
        return installation;
    }

    private QScannerInstallation pinned(String name, String sha256) throws IOException {
        QScannerInstaller installer = new QScannerInstaller("");
        installer.setVersion("4.8.0-2");
        installer.setUrl(mirror.url());
        installer.setSha256Amd64(sha256);
        installer.setSha256Arm64(sha256);
        return new QScannerInstallation(
                name, "", List.of(new InstallSourceProperty(List.<ToolInstaller>of(installer))));
    }

    private static ScannerLocation locate(DumbSlave agent, String name)
            throws ScanRefusedException, IOException, InterruptedException {
        return Scanners.location(name, agent, new EnvVars("SCANNERS", "/opt/none"), TaskListener.NULL);
    }

    /** Path, checksum and remarks, as the agent has them. */
    private static String obtain(DumbSlave agent, ScannerLocation location) throws IOException, InterruptedException {
        return agent.getChannel().call(new Obtain(location));
    }

    private static final class Obtain extends MasterToSlaveCallable<String, IOException> {
        private static final long serialVersionUID = 1L;

        private final ScannerLocation location;

        Obtain(ScannerLocation location) {
            this.location = location;
        }

        @Override
        public String call() throws IOException {
            try {
                VerifiedScanner scanner = location.obtain();
                return scanner.binary() + "|" + scanner.sha256().hex() + "|" + scanner.remarks();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
    }

    @Test
    void shouldDownloadAPinnedScannerOnTheAgentOnce(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        tools().setInstallations(pinned("pinned", ScannerServer.checksum()));
        ScannerLocation location = locate(agent, "");
        assertThat(mirror.asked()).isEmpty();

        String first = obtain(agent, location);
        String second = obtain(agent, locate(agent, "pinned"));

        assertThat(first)
                .isEqualTo(second)
                .startsWith(agent.getRemoteFS() + "/tools/")
                .contains(ScannerServer.checksum())
                .endsWith("[]");
        assertThat(mirror.asked()).singleElement().asString().matches("/qscanner/4.8.0-2/linux-(amd64|arm64)/qscanner");

        Path binary = Path.of(first.substring(0, first.indexOf('|')));
        Files.writeString(binary, "#!/bin/sh\necho evil\n");
        assertThat(obtain(agent, location)).isEqualTo(first);
        assertThat(binary).hasBinaryContent(ScannerServer.SCANNER);
    }

    @Test
    void shouldCarryTheLoginOfTheProxyToTheAgent(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setProxy(new ProxyConfiguration("proxy.example", 3128, "user", "hunter22", ""));

        assertThat(jenkins.createOnlineSlave().getChannel().call(new Proxied(NetworkSettings.current())))
                .isEqualTo("user:hunter22@http://proxy.example:3128");
    }

    private static final class Proxied extends MasterToSlaveCallable<String, IOException> {
        private static final long serialVersionUID = 1L;

        private final NetworkSettings network;

        Proxied(NetworkSettings network) {
            this.network = network;
        }

        @Override
        public String call() throws IOException {
            return network.httpOnAgent(Path.of("/nowhere"))
                    .proxy()
                    .proxyFor(URI.create("https://mirror.example/"))
                    .map(proxy -> proxy.user() + ":" + proxy.password() + "@" + proxy)
                    .orElse("");
        }
    }

    @Test
    void shouldNotLookForAScannerOnAnAgentThatIsOffline(JenkinsRule jenkins) throws Exception {
        tools().setInstallations(pinned("pinned", ScannerServer.checksum()));
        DumbSlave agent = jenkins.createSlave();

        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> locate(agent, "pinned"))
                .withMessageContainingAll("pinned", agent.getDisplayName(), "offline");
    }

    @Test
    void shouldInstallLikeAnyToolForWhoAsksForItsHome(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        tools().setInstallations(pinned("pinned", ScannerServer.checksum()));

        QScannerInstallation there =
                tools().getInstallations()[0].forNode(agent, TaskListener.NULL).forEnvironment(new EnvVars());

        assertThat(new FilePath(agent.getChannel(), there.getHome())
                        .child("qscanner")
                        .readToString())
                .isEqualTo(new String(ScannerServer.SCANNER));
    }

    @Test
    void shouldNotKeepAScannerWithAnotherChecksum(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        tools().setInstallations(pinned("pinned", WRONG));
        ScannerLocation location = locate(agent, "pinned");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> obtain(agent, location))
                .withMessageContainingAll("was refused", WRONG, ScannerServer.checksum());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> tools().getInstallations()[0].forNode(agent, TaskListener.NULL))
                .withMessageContainingAll("was refused", WRONG);
        try (var files = Files.walk(Path.of(agent.getRemoteFS()))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .doesNotContain("qscanner", "package");
        }
    }

    @Test
    void shouldTakeWhatLiesOnTheAgent(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        Path scanner = Files.write(
                Files.createDirectories(directory.resolve("bin")).resolve("qscanner"), ScannerServer.SCANNER);
        assertThat(scanner.toFile().setExecutable(true)).isTrue();
        tools().setInstallations(
                        at("directory", scanner.getParent().toString(), ScannerServer.checksum()),
                        at("file", scanner.toString(), ScannerServer.checksum()),
                        at("unverified", scanner.toString(), ""),
                        at("other", scanner.toString(), WRONG),
                        at("absent", "$SCANNERS/qscanner", WRONG));

        for (String name : List.of("directory", "file")) {
            assertThat(obtain(agent, locate(agent, name)))
                    .startsWith(scanner + "|")
                    .endsWith("[]");
        }
        assertThat(obtain(agent, locate(agent, "unverified"))).contains("Nothing vouches");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> obtain(agent, locate(agent, "other")))
                .withMessageContaining("was refused");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> obtain(agent, locate(agent, "absent")))
                .withMessageContaining("/opt/none/qscanner");

        agent.getNodeProperties()
                .add(new ToolLocationNodeProperty(new ToolLocation(tools(), "absent", scanner.toString())));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> obtain(agent, locate(agent, "absent")))
                .withMessageContaining(scanner.toString());
    }

    @Test
    void shouldTakeThePlaceThatANodeHasOfItsOwn(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        Path scanner = Files.write(directory.resolve("own"), ScannerServer.SCANNER);
        assertThat(scanner.toFile().setExecutable(true)).isTrue();
        tools().setInstallations(pinned("pinned", WRONG));
        agent.getNodeProperties()
                .add(new ToolLocationNodeProperty(new ToolLocation(tools(), "pinned", scanner.toString())));

        assertThat(obtain(agent, locate(agent, "pinned"))).startsWith(scanner.toString());
        assertThat(mirror.asked()).isEmpty();
    }

    @Test
    void shouldNameTheInstallationsThatThereAre(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> locate(agent, ""))
                .withMessageContaining("There is no scanner installation");
        tools().setInstallations(at("one", "/opt/one", ""), at("two", "/opt/two", ""), at("placeless", "", ""));

        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> locate(agent, "three"))
                .withMessageContainingAll("three", "one, two, placeless");
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> locate(agent, ""))
                .withMessageContainingAll("several", "one, two, placeless");
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> locate(agent, "placeless"))
                .withMessageContainingAll("placeless", agent.getDisplayName());
        QualysConfiguration.get().setScanner("two");
        assertThat(locate(agent, "")).hasToString("/opt/two");
        assertThat(locate(agent, "one")).hasToString("/opt/one");
    }
}
