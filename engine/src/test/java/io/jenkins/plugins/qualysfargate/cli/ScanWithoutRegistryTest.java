package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A registry that lets the scanner in and not the command line. */
@Timeout(120)
class ScanWithoutRegistryTest {
    private static final String DIGEST = "sha256:" + "d".repeat(64);
    private static final Path SCANNER =
            Path.of("src/test/scripts/qscanner-stand-in").toAbsolutePath();

    @TempDir
    private Path directory;

    private LoopbackServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = LoopbackServer.start();
        registry.on("/v2/", LoopbackServer.answering(403, Map.of(), ""));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void shouldScanWhatIsGivenByDigestAndPlatform() throws IOException {
        CommandRun run = scan(Map.of(), "team/clean@" + DIGEST, "--platform", "linux/amd64");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.PASS);
        assertThat(run.verdict().at("/images/0/digest").textValue()).isEqualTo(DIGEST);
        assertThat(run.err()).contains("Without the registry", "HTTP 403", "exactly this digest");
    }

    @Test
    void shouldGiveNoAnswerWhenTheScannerNamesAnotherDigest() throws IOException {
        Path scenario = Files.createDirectories(directory.resolve("scenario/clean"));
        Files.writeString(scenario.resolve("sample"), "clean");
        Files.writeString(scenario.resolve("keep-digest"), "");

        CommandRun run = scan(
                Map.of(
                        "QSCANNER_STAND_IN_SCENARIO",
                        directory.resolve("scenario").toString()),
                "team/clean@" + DIGEST,
                "--platform",
                "linux/amd64");

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.verdict().at("/images/0/cause").textValue()).isEqualTo("WRONG_IMAGE");
    }

    @Test
    void shouldGiveNoAnswerForATagOrWithoutAPlatform() throws IOException {
        for (String[] order :
                new String[][] {{"team/clean:1", "--platform", "linux/amd64"}, {"team/clean@" + DIGEST}}) {
            CommandRun run = scan(Map.of(), order);
            assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
            assertThat(run.verdict().at("/images/0/cause").textValue()).isEqualTo("IMAGE_UNRESOLVED");
        }
    }

    private CommandRun scan(Map<String, String> variables, String... imageAndOptions) {
        List<String> arguments = new ArrayList<>(List.of("scan"));
        arguments.addAll(List.of(imageAndOptions));
        arguments.set(1, registry.authority() + "/" + imageAndOptions[0]);
        arguments.addAll(List.of("--scanner", SCANNER.toString(), "--pod", "US1", "--json"));
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("QUALYS_ACCESS_TOKEN", "nobody-may-read-this");
        return CommandRun.of(directory, environment, arguments.toArray(String[]::new));
    }
}
