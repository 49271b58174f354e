package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.FakeAnchore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions to an Anchore, against a server that answers as API v2 does. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnchoreCommandsTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    private final Instant now = Clock.systemUTC().instant();
    private final FakeAnchore anchore = new FakeAnchore(true, now).healthy();

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("compliance.yaml"), """
                version: 1
                sources:
                  - {id: anchore, type: anchore, url: "%s", credentials: anchore-login, account: team}
                monitors:
                  - {id: analyses, source: anchore, select: {all: true}}
                """.formatted(
                        anchore.http().uri("/v2")));
    }

    @AfterEach
    void close() {
        anchore.close();
    }

    private CommandRun run(String... arguments) {
        return runAs(FakeAnchore.PASSWORD, arguments);
    }

    private CommandRun runAs(String password, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--file", directory.resolve("compliance.yaml").toString()));
        return CommandRun.of(
                directory,
                Map.of(
                        "QUALYS_FARGATE_ANCHORE_LOGIN_USER",
                        FakeAnchore.USER,
                        "QUALYS_FARGATE_ANCHORE_LOGIN_PASSWORD",
                        password),
                all.toArray(String[]::new));
    }

    @Test
    void shouldListFeedsWithTheirAgeAndFailOnAStaleOne() {
        assertThat(run("feeds").out()).contains("vulnerabilities").contains("1 h 0 min old");
        assertThat(run("feeds").status()).isEqualTo(ExitStatus.PASS);

        anchore.feed("nvdv2", now.minus(Duration.ofHours(30)));
        assertThat(run("feeds").out()).contains("STALE");
        assertThat(run("feeds").status()).isEqualTo(ExitStatus.FAIL);
    }

    @Test
    void shouldShowTheEventThatExplainsAFailure() throws IOException {
        anchore.event("user.image.analysis.failed", "ERROR", DIGEST, "cannot fetch \u001b[2J");

        assertThat(run("events", "list", "--level", "ERROR").out())
                .contains("user.image.analysis.failed")
                .doesNotContain("\u001b");
        String id = run("events", "list", "--json")
                .json()
                .path("events")
                .path(0)
                .path("id")
                .asText();
        assertThat(run("events", "get", id).out()).contains("analyzer").contains("its log says more");
    }

    @Test
    void shouldEndWaitingWhenTheAnalysisHasFailed() {
        anchore.image(DIGEST, "analysis_failed", now.minusSeconds(60), "1");

        CommandRun run = run("wait", "--image", DIGEST, "--timeout", "30s", "--interval", "1s");

        assertThat(run.out()).contains("FAILED");
        assertThat(run.status()).isEqualTo(ExitStatus.FAIL);
    }

    @Test
    void shouldNotWaitForEver() {
        anchore.image(DIGEST, "analyzing", now.minusSeconds(60), "1");

        CommandRun run = run("wait", "--image", DIGEST, "--timeout", "2s", "--interval", "1s");

        assertThat(run.out()).contains("TIMED_OUT");
        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
    }

    @Test
    void shouldFindTheSystemReadyAndEndAtOnceOnARefusedLogin() {
        assertThat(run("wait", "--timeout", "10s").status()).isEqualTo(ExitStatus.PASS);
        assertThat(run("wait", "--image", "latest").status()).isEqualTo(ExitStatus.USAGE);

        CommandRun refused = runAs("wrong", "wait", "--timeout", "30s");
        assertThat(refused.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(refused.err()).doesNotContain(FakeAnchore.PASSWORD);
    }

    @Test
    void shouldSayHowServicesAre() {
        assertThat(run("status").status()).isEqualTo(ExitStatus.PASS);
        anchore.service("policy_engine", "host-2", false, "database is down");

        CommandRun run = run("status");
        assertThat(run.out()).contains("database is down");
    }

    @Test
    void shouldCheckAnalysesAsConditions() {
        anchore.image(DIGEST, "analysis_failed", now.minus(Duration.ofDays(2)), "1");

        CommandRun run = run("check");

        assertThat(run.out()).contains("docker.io/library/app:1: FAILED");
        assertThat(run.status()).isEqualTo(ExitStatus.FAIL);
    }
}
