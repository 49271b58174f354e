package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.jenkins.plugins.qualysfargate.engine.http.TestCertificate;
import io.jenkins.plugins.qualysfargate.engine.qualys.FakeGateway;
import io.jenkins.plugins.qualysfargate.engine.qualys.Tokens;
import io.jenkins.plugins.qualysfargate.engine.registry.LocalRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: real images in a real registry, a scanner process, and the command line. */
@Timeout(240)
class ScanEndToEndTest {
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.ZW5kLXRvLWVuZA.nobody-may-read-this";
    private static final Path SCANNER =
            Path.of("src/test/scripts/qscanner-stand-in").toAbsolutePath();

    @TempDir
    private Path directory;

    private LocalRegistry registry;

    @BeforeEach
    void start() throws Exception {
        LocalRegistry.requireProgram();
        registry = LocalRegistry.start(Files.createDirectory(directory.resolve("registry")), false);
    }

    @AfterEach
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void shouldPassACleanImageAndJudgeItFromTheCacheNextTime() throws Exception {
        push("team/clean:1", "amd64");

        CommandRun first = scan(Map.of(), "team/clean:1");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.verdict().at("/images/0/platform").textValue()).isEqualTo("linux/amd64");
        assertThat(first.verdict().at("/images/0/source").textValue()).isEqualTo("scan");

        CommandRun second = scan(Map.of(), "team/clean:1");
        assertThat(second.status()).isZero();
        assertThat(second.verdict().at("/images/0/source").textValue()).endsWith("judged again");
        assertReports();
        assertTokenIsNowhere(first, second);
    }

    @Test
    void shouldFailAnIndexPlatformByPlatform() throws Exception {
        push("team/vulnerable:1", "amd64", "arm64");

        CommandRun run = scan(Map.of(), "team/vulnerable:1");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FAIL);
        JsonNode images = run.verdict().get("images");
        assertThat(images.findValuesAsText("platform")).containsExactly("linux/amd64", "linux/arm64");
        assertThat(images.findValuesAsText("digest")).doesNotHaveDuplicates();
        assertThat(images.findValuesAsText("source")).containsExactly("scan", "scan");
        assertTokenIsNowhere(run);
    }

    @Test
    void shouldJudgeTheOthersWhenOneScanBreaksOrOneImageIsGone() throws Exception {
        push("team/clean:1", "amd64");
        push("team/broken:1", "amd64");
        Path scenario = directory.resolve("scenario");
        write(scenario.resolve("clean/sample"), "clean");
        write(scenario.resolve("broken/exit"), "5\n");
        write(scenario.resolve("broken/do"), "print-token\n");

        CommandRun run = scan(
                Map.of("QSCANNER_STAND_IN_SCENARIO", scenario.toString()),
                "team/broken:1",
                "team/gone:1",
                "team/clean:1");

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.verdict().get("images").findValuesAsText("cause"))
                .containsExactly("SCANNER_FAILED", "IMAGE_UNRESOLVED");
        assertThat(run.verdict().at("/images/2/verdict").textValue()).isEqualTo("PASS");
        assertTokenIsNowhere(run);
    }

    @Test
    void shouldGiveNoAnswerWhenTheScannerIsNotTheOneThatWasPinned() throws Exception {
        push("team/clean:1", "amd64");

        CommandRun run = scan(Map.of(), "team/clean:1", "--scanner-sha256", "0".repeat(64));

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.verdict().at("/images/0/cause").textValue()).isEqualTo("SCANNER_UNAVAILABLE");
    }

    @Test
    void shouldGetOneTokenForAllScansWithClientIdAndSecret() throws Exception {
        push("team/clean:1", "amd64", "arm64");
        TestCertificate certificate = TestCertificate.create(Files.createDirectory(directory.resolve("tls")));
        String token = Tokens.until(Clock.systemUTC().instant().plus(Duration.ofHours(4)));
        try (FakeGateway gateway = new FakeGateway(certificate, token)) {
            String address = gateway.server().uri("").toString();
            Map<String, String> client = Map.of(
                    "QUALYS_CLIENT_ID", FakeGateway.CLIENT_ID, "QUALYS_CLIENT_SECRET", FakeGateway.CLIENT_SECRET);
            String ca = certificate.pem().toString();

            CommandRun run = scan(client, "team/clean:1", "--gateway", address, "--ca-file", ca);

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.verdict().get("images").findValuesAsText("source")).containsExactly("scan", "scan");
            assertThat(gateway.server().requests()).containsExactly("POST /auth/oidc authorization=null");
            assertThat(run.out() + run.err()).doesNotContain(token, FakeGateway.CLIENT_SECRET);
            assertIsNowhere(token);
            assertIsNowhere(FakeGateway.CLIENT_SECRET);

            gateway.on(FakeGateway.Operation.TOKEN, 401, "");
            CommandRun refused = scan(client, "team/clean:1", "--gateway", address, "--ca-file", ca, "--no-cache");

            assertThat(refused.status()).isEqualTo(ExitStatus.INDETERMINATE);
            assertThat(refused.verdict().at("/images/0/cause").textValue()).isEqualTo("SCANNER_UNAVAILABLE");
            assertThat(refused.out()).contains("HTTP 401", "client secret").doesNotContain(FakeGateway.CLIENT_SECRET);
        }
    }

    private CommandRun scan(Map<String, String> variables, String... imagesAndOptions) {
        List<String> arguments = new ArrayList<>(List.of("scan"));
        for (String each : imagesAndOptions) {
            arguments.add(each.startsWith("team/") ? registry.authority() + "/" + each : each);
        }
        arguments.addAll(List.of("--scanner", SCANNER.toString(), "--pod", "US1", "--json", "-o"));
        arguments.add(directory.resolve("out").toString());
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PATH", System.getenv("PATH"));
        if (!variables.containsKey("QUALYS_CLIENT_ID")) {
            environment.put("QUALYS_ACCESS_TOKEN", TOKEN);
        }
        return CommandRun.of(directory, environment, arguments.toArray(String[]::new));
    }

    private void assertReports() {
        for (String name : new String[] {"report.html", "verdict.json", "junit.xml", "compliance.svg"}) {
            assertThat(directory.resolve("out").resolve(name)).isNotEmptyFile();
        }
    }

    /** Neither in what was printed nor in any file that is left. */
    private void assertTokenIsNowhere(CommandRun... runs) throws IOException {
        for (CommandRun run : runs) {
            assertThat(run.out() + run.err()).doesNotContain(TOKEN);
        }
        assertIsNowhere(TOKEN);
    }

    private void assertIsNowhere(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void push(String name, String... architectures) throws Exception {
        Set<Platform> platforms = new LinkedHashSet<>(Arrays.stream(architectures)
                .map(each -> new Platform(each, "linux"))
                .toList());
        Path file = Files.writeString(directory.resolve("hello.txt"), name);
        Jib.fromScratch()
                .setPlatforms(platforms)
                .addLayer(List.of(file), AbsoluteUnixPath.get("/srv"))
                .containerize(Containerizer.to(RegistryImage.named(registry.authority() + "/" + name))
                        .setAllowInsecureRegistries(true)
                        .setApplicationLayersCache(directory.resolve("cache"))
                        .setBaseImageLayersCache(directory.resolve("cache")));
    }
}
