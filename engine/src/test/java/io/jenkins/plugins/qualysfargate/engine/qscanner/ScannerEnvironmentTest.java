package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerEnvironmentTest {
    private static final Credential TOKEN = Credential.of("token", "the-token");
    private static final Map<String, String> AWS =
            Map.of("AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "aws-secret", "AWS_REGION", "us-east-1");

    @TempDir
    private Path root;

    private ScanWorkspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = ScanWorkspace.create(root);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ScannerEnvironment of(String image, RegistryAccess access, Map<String, String> inherited) {
        ScanRequest some = StandIn.request();
        ScanRequest request = new ScanRequest(
                ImageReference.parse(image).at(new Digest("sha256:" + "0".repeat(64))),
                some.platform(),
                some.scanTypes(),
                some.timeout(),
                some.connection(),
                access,
                some.options());
        return ScannerEnvironment.of(request, TOKEN, AwsProfileFiles.added(inherited), workspace.directories());
    }

    @Test
    void shouldHandOverTheCloudsVariablesUnlessALoginIsGiven() {
        ScannerEnvironment ambient = of("r.example/a", new RegistryAccess.Ambient(), AWS);
        assertThat(ambient.variables()).containsAllEntriesOf(AWS).containsEntry("QUALYS_ACCESS_TOKEN", "the-token");
        assertThat(ambient.secrets()).containsExactlyInAnyOrder("the-token", "aws-secret");

        ScannerEnvironment login =
                of("r.example/a", new RegistryAccess.Login("AWS", Credential.of("p", "registry-password")), AWS);
        assertThat(login.variables())
                .containsEntry("QSCANNER_REGISTRY_USERNAME", "AWS")
                .containsEntry("QSCANNER_REGISTRY_PASSWORD", "registry-password")
                .doesNotContainKey("AWS_ACCESS_KEY_ID");
        assertThat(login.secrets()).containsExactlyInAnyOrder("the-token", "registry-password");
    }

    @Test
    void shouldPreferGivenCloudCredentialsOverInheritedOnes() {
        Map<String, Credential> given = Map.of("AWS_SESSION_TOKEN", Credential.of("t", "session"));
        ScannerEnvironment cloud = of("r.example/a", new RegistryAccess.Cloud(given), AWS);
        assertThat(cloud.variables())
                .containsEntry("AWS_SESSION_TOKEN", "session")
                .containsEntry("AWS_REGION", "us-east-1")
                .doesNotContainKey("AWS_ACCESS_KEY_ID");
        assertThat(cloud.secrets()).contains("session");
    }

    @Test
    void shouldTakeTheRegionFromTheRegistryIfNobodyNamesOne() {
        String image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/a";
        assertThat(of(image, new RegistryAccess.Ambient(), Map.of()).variables())
                .containsEntry("AWS_REGION", "eu-west-3");
        assertThat(of(image, new RegistryAccess.Ambient(), AWS).variables()).containsEntry("AWS_REGION", "us-east-1");
        assertThat(of("evil.example/a", new RegistryAccess.Ambient(), Map.of()).variables())
                .doesNotContainKey("AWS_REGION");
    }

    @Test
    void shouldNameTheLoginsThatAScannerMustNotInherit() {
        ScannerEnvironment login = of(
                "r.example/a",
                new RegistryAccess.Login("me", Credential.of("password", "secret-word")),
                Map.of("AWS_PROFILE", "production"));

        assertThat(new ScannerCommand(List.of("/tools/qscanner"), login).withheld())
                .contains("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "QSCANNER_REGISTRY_TOKEN")
                .doesNotContain("QSCANNER_REGISTRY_USERNAME", "QUALYS_ACCESS_TOKEN");
    }

    @Test
    void shouldFindTheProfileFilesOfTheRealHome() throws IOException {
        Path home = Files.createDirectories(root.resolve("me"));
        Files.createFile(Files.createDirectory(home.resolve(".aws")).resolve("credentials"));
        assertThat(of("r.example/a", new RegistryAccess.Ambient(), Map.of("HOME", home.toString()))
                        .variables())
                .containsEntry("HOME", workspace.home().toString())
                .containsEntry(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        home.resolve(".aws/credentials").toString())
                .doesNotContainKey("AWS_CONFIG_FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LD_PRELOAD", "BASH_ENV", "QUALYS_ACCESS_TOKEN", "QSCANNER_REGISTRY_PASSWORD", "GITHUB_TOKEN"})
    void shouldInheritNothingElse(String name) {
        assertThat(of("r.example/a", new RegistryAccess.Ambient(), Map.of(name, "inherited"))
                        .variables())
                .doesNotContainValue("inherited");
    }

    @Test
    void shouldNoteTheProxysPassword() {
        assertThat(of("r.example/a", new RegistryAccess.Ambient(), Map.of("HTTPS_PROXY", "http://me:pass@p:3128"))
                        .secrets())
                .contains("pass");
    }

    @Test
    void shouldReadTheRegistryVariables() {
        assertThat(RegistryAccess.fromEnvironment(AWS)).isInstanceOf(RegistryAccess.Ambient.class);
        assertThat(RegistryAccess.fromEnvironment(Map.of("QSCANNER_REGISTRY_TOKEN", "t")))
                .isInstanceOf(RegistryAccess.Token.class);
        assertThat(RegistryAccess.fromEnvironment(Map.of(
                        "QSCANNER_REGISTRY_USERNAME", "u", "QSCANNER_REGISTRY_PASSWORD", "p", "AWS_REGION", "r")))
                .isInstanceOf(RegistryAccess.Login.class);
    }

    @Test
    void shouldRefuseALoginBesideCloudCredentials() {
        assertThatThrownBy(() -> RegistryAccess.fromEnvironment(Map.of(
                        "QSCANNER_REGISTRY_USERNAME", "u",
                        "QSCANNER_REGISTRY_PASSWORD", "hunter2",
                        "AWS_ACCESS_KEY_ID", "k")))
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldRefuseHalfALogin() {
        assertThatThrownBy(() -> RegistryAccess.fromEnvironment(Map.of("QSCANNER_REGISTRY_USERNAME", "u")))
                .hasMessageContaining("without QSCANNER_REGISTRY_PASSWORD");
        assertThatThrownBy(() -> RegistryAccess.fromEnvironment(Map.of("QSCANNER_REGISTRY_PASSWORD", "p")))
                .hasMessageContaining("without QSCANNER_REGISTRY_USERNAME");
        assertThatThrownBy(() -> RegistryAccess.fromEnvironment(
                        Map.of("QSCANNER_REGISTRY_PASSWORD", "p", "QSCANNER_REGISTRY_TOKEN", "t")))
                .hasMessageContaining("beside a user or password");
        assertThatThrownBy(() -> new RegistryAccess.Cloud(Map.of("PATH", Credential.of("x", "y"))))
                .hasMessageContaining("PATH");
    }
}
