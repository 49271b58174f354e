package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.qualysfargate.engine.aws.ecr.FakeEcr;
import io.jenkins.plugins.qualysfargate.engine.aws.queue.TestQueue;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.push.Pushes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Watch, sweep and send against a real queue, a fake of ECR's catalogue and a stand-in for the scanner. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FleetCommandsTest {
    private static final Path SCANNER =
            Path.of("src/test/scripts/qscanner-stand-in").toAbsolutePath();
    private static final Digest DIGEST = Pushes.digest(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final TestQueue queue = TestQueue.create(5);
    private final FakeEcr ecr = new FakeEcr(100);

    @AfterEach
    void close() {
        queue.close();
        ecr.close();
    }

    // No registry is reached through a proxy that is not there; an image that is given by digest and platform is
    // scanned
    // without it.
    private CommandRun run(URI aws, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--aws-endpoint", aws.toString(), "--aws-region", "eu-central-1"));
        return CommandRun.of(
                directory,
                Map.of(
                        "PATH", System.getenv("PATH"),
                        "QUALYS_ACCESS_TOKEN", "nobody-may-read-this",
                        "HTTPS_PROXY", "http://127.0.0.1:1",
                        "NO_PROXY", "127.0.0.1"),
                all.toArray(String[]::new));
    }

    private CommandRun watch(String... more) {
        return watchQueue(queue.name(), more);
    }

    private CommandRun watchQueue(String name, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("watch", "--once", "--queue", name, "--platform", "linux/amd64", "--pod", "US1", "--scanner"));
        arguments.add(SCANNER.toString());
        arguments.addAll(List.of(more));
        return run(StandIns.sqs(), arguments.toArray(String[]::new));
    }

    private static String event(String repository) {
        return Pushes.event(1).replace("payments-api", repository);
    }

    private static List<JsonNode> lines(CommandRun run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void shouldScanAPushedImageOnce() throws IOException {
        queue.put(event("team/clean"));

        CommandRun first = watch();
        assertThat(first.status()).as(first.out() + first.err()).isEqualTo(ExitStatus.PASS);
        assertThat(first.out()).contains("SCANNED", "team/clean:1.1@" + DIGEST, "1 passed");
        assertThat(queue.size()).isZero();

        queue.put(event("team/clean"));
        CommandRun second = watch("--json");
        assertThat(second.status()).isEqualTo(ExitStatus.PASS);
        assertThat(lines(second))
                .extracting(line -> line.path("event").textValue())
                .containsExactly("RECEIVED", "KNOWN", "END");
        assertThat(lines(second).get(0).path("imageDigest").textValue()).isEqualTo(DIGEST.value());

        CommandRun history = CommandRun.of(directory, "history", "list", "--json");
        assertThat(history.json().path("scans")).hasSize(1);
    }

    @Test
    void shouldFailWhenAPushedImageBreaksThePolicy() {
        queue.put(event("team/vulnerable"));

        CommandRun run = watch();

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(ExitStatus.FAIL);
        assertThat(run.out()).contains("FAIL:", "1 failed");
    }

    @Test
    void shouldGiveNoAnswerWhenAMessageIsNoEvent() {
        queue.put("no event");

        CommandRun run = watch();

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.out()).contains("REJECTED", "1 rejected");
        assertThat(queue.dead()).hasSize(1);
    }

    @Test
    void shouldSayThatThereIsNoSuchQueue() {
        CommandRun run = watchQueue("nowhere");

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.err()).contains("queue nowhere", "sqs:GetQueueUrl");
    }

    @Test
    void shouldNotWatchWithoutAHistory() {
        CommandRun run = watch("--no-history");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("Without a history nobody knows");
    }

    @Test
    void shouldSendAnImageThatIsThenScanned() {
        CommandRun sent = run(
                StandIns.sqs(),
                "push",
                "send",
                "--queue",
                queue.name(),
                Pushes.REGISTRY.host() + "/team/clean@" + DIGEST);
        assertThat(sent.status()).as(sent.err()).isZero();

        assertThat(watch().out()).contains("1 passed");
    }

    @Test
    void shouldSendOnlyImagesOfEcrWithTheirDigests() {
        assertThat(run(StandIns.sqs(), "push", "send", "registry.example/app@" + DIGEST)
                        .err())
                .contains("in no private registry of ECR");
        assertThat(run(StandIns.sqs(), "push", "send", Pushes.REGISTRY.host() + "/app:1")
                        .err())
                .contains("names no digest");
    }

    @Test
    void shouldFindWhatWasNeverScanned() throws IOException {
        ecr.holds("team/clean", DIGEST.value(), "1.1", 1_700_000_000L);

        CommandRun text = run(ecr.path().endpoint(), "sweep");
        assertThat(text.status()).as(text.err()).isEqualTo(ExitStatus.FAIL);
        assertThat(text.out()).contains("NEVER_SCANNED", "/team/clean:1.1@" + DIGEST, "1 images: 0 current");

        CommandRun json = run(ecr.path().endpoint(), "sweep", "--json", "--repository", "team/*");
        assertThat(lines(json)).hasSize(2);
        assertThat(lines(json).get(0).path("state").textValue()).isEqualTo("NEVER_SCANNED");
        assertThat(lines(json).get(1).at("/images/NEVER_SCANNED").intValue()).isEqualTo(1);
        assertThat(run(ecr.path().endpoint(), "sweep", "--repository", "other").status())
                .as("nothing that is meant is open")
                .isEqualTo(ExitStatus.PASS);
    }

    @Test
    void shouldScanWhatASweepFinds() {
        ecr.holds("team/clean", DIGEST.value(), "1.1", 1_700_000_000L);
        ecr.holds("team/vulnerable", Pushes.digest(2).value(), "1.1", 1_700_000_000L);
        String[] sweep = {
            "sweep", "--scan", "--platform", "linux/amd64", "--pod", "US1", "--scanner", SCANNER.toString()
        };

        CommandRun first = run(ecr.path().endpoint(), sweep);
        assertThat(first.status()).as(first.out() + first.err()).isEqualTo(ExitStatus.FAIL);
        assertThat(first.out()).contains("1 passed, 1 failed", "2 scanned");

        CommandRun second = run(ecr.path().endpoint(), "sweep");
        assertThat(second.status()).as(second.out() + second.err()).isEqualTo(ExitStatus.PASS);
        assertThat(second.out()).contains("2 images: 2 current");
    }

    @Test
    void shouldTellWhenItMayNotSee() {
        ecr.refuses("AccessDeniedException");

        CommandRun run = run(ecr.path().endpoint(), "sweep", "--json");

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.err()).contains("ecr:DescribeRepositories");
    }

    @Test
    void shouldNotScanAndEnqueue() {
        assertThat(run(ecr.path().endpoint(), "sweep", "--scan", "--enqueue").status())
                .isEqualTo(ExitStatus.USAGE);
    }
}
