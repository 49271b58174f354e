package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String SECRET = "the-token-itself";
    private static final ImageReference IMAGE =
            ImageReference.parse("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/payments");
    private static final Digest DIGEST = new Digest("sha256:" + "0123456789abcdef".repeat(4));

    private static String render(ScanRequest request) {
        List<String> arguments = CommandLine.of(request, "/tools/qscanner", writingTo("/work/output"));
        assertThat(String.join(" ", arguments)).doesNotContain(SECRET);
        return String.join("\n", arguments) + "\n";
    }

    private static ScanDirectories writingTo(String output) {
        return new ScanDirectories(output, "/work/cache", "/work/home", "/work/tmp");
    }

    private static ScanRequest request(
            ImageReference image, Platform platform, QualysPlatform at, ScanOptions options) {
        URI proxy = options.offline() ? URI.create("http://proxy.example:3128") : null;
        return new ScanRequest(
                image,
                platform,
                Set.of(ScanType.SECRET, ScanType.PKG),
                Duration.ofMinutes(5),
                new QualysConnection(at, TokenSource.fixed(Credential.of("token", SECRET)), proxy),
                new RegistryAccess.Login("AWS", Credential.of("password", SECRET)),
                options);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CommandLineTest.class.getResourceAsStream("CommandLine/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldAskForAReportOfOneDigestOnOnePlatform() throws IOException {
        ScanRequest request = request(
                IMAGE.at(DIGEST), Platform.LINUX_AMD64, new QualysPlatform.Pod(PodName.EU1), ScanOptions.defaults());
        assertThat(render(request)).isEqualTo(golden("expected-report.txt"));
    }

    @Test
    void shouldHandOverEveryOption() throws IOException {
        ScanOptions options = new ScanOptions(
                StorageDriver.DOCKER_OVERLAY2,
                Path.of("/etc/secret rules.yaml"),
                List.of("/proc", "/var/cache"),
                true,
                true,
                new CentralPolicy(List.of("prod", "pci"), true),
                LogLevel.DEBUG);
        ScanRequest request = request(
                ImageReference.parse("localhost/payments:1.4"),
                Platform.parse("linux/arm64/v8"),
                new QualysPlatform.Gateway(URI.create("https://gateway.example.com")),
                options);
        assertThat(render(request)).isEqualTo(golden("expected-everything.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--access-token", "-x", "", " ", "a\nb", "a\u0000b", "a,b"})
    void shouldRefuseValuesThatCouldBeTakenForOptions(String value) {
        assertThatThrownBy(() -> new CentralPolicy(List.of(value), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policy tag");
        assertThatThrownBy(() ->
                        new ScanOptions(StorageDriver.NONE, null, List.of(value), false, false, null, LogLevel.INFO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("excluded directory");
    }

    @Test
    void shouldRefuseAnOutputDirectoryThatCouldBeTakenForAnOption() {
        assertThatThrownBy(() -> CommandLine.of(StandIn.request(), "/tools/qscanner", writingTo("--pod")))
                .hasMessageContaining("output directory");
    }
}
