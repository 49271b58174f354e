package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeTenable;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The check and what goes with it, against a server that behaves as Tenable.sc does. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckCommandsTest {
    private static final DateTimeFormatter ICAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final String PUBLIC = "ALC_all_envs_public_import";
    private static final String PRIVATE = "ALC_Prod_WDC06_private_import";

    @TempDir
    private Path directory;

    private FakeTenable tenable;
    /** When both scans were due last: long enough ago for each of them to be late. */
    private Instant due;

    @BeforeEach
    void define() throws IOException {
        tenable = new FakeTenable(Clock.systemUTC());
        due = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(5));
        String start = "TZID=UTC:" + ICAL.format(due.minus(Duration.ofDays(20)));
        Instant next = due.plus(Duration.ofDays(1));
        tenable.define("14", PUBLIC).ical(start, "FREQ=DAILY;INTERVAL=1", next);
        tenable.define("15", PRIVATE).ical(start, "FREQ=DAILY;INTERVAL=1", next);
        for (int day = 10; day > 0; day--) {
            Instant earlier = due.minus(Duration.ofDays(day)).plusSeconds(20);
            tenable.run("14", earlier, FakeCourse.GOOD);
            tenable.run("15", earlier, FakeCourse.GOOD);
        }
        Files.writeString(directory.resolve("compliance.yaml"), """
                version: 1
                sources:
                  - {id: sc, type: tenable-sc, url: "%s", credentials: tenable-api}
                defaults: {owner: platform, runbook: "https://wiki.example/failed-scans"}
                monitors:
                  - {id: nightly, source: sc, select: {glob: "ALC_*"}, schedule: source}
                """.formatted(tenable.address()));
    }

    @AfterEach
    void close() {
        tenable.close();
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--file", directory.resolve("compliance.yaml").toString()));
        return CommandRun.of(directory, keys(FakeTenable.SECRET_KEY), all.toArray(String[]::new));
    }

    private static Map<String, String> keys(String secret) {
        return Map.of(
                "QUALYS_FARGATE_TENABLE_API_ACCESS_KEY",
                FakeTenable.ACCESS_KEY,
                "QUALYS_FARGATE_TENABLE_API_SECRET_KEY",
                secret,
                "USER",
                "jane");
    }

    private void everythingRan() {
        tenable.run("14", due.plusSeconds(20), FakeCourse.GOOD);
        tenable.run("15", due.plusSeconds(20), FakeCourse.GOOD);
    }

    @Test
    void shouldEndWithZeroIfAllRan() {
        everythingRan();

        CommandRun run = run("check");

        assertThat(run.out()).contains("OK: All 2 are well");
        assertThat(run.status()).isEqualTo(ExitStatus.PASS);
    }

    @Test
    void shouldListWhatFailedInTheWordsOfTheRunbook() {
        tenable.run("14", due.plusSeconds(20), FakeCourse.GOOD.endingAs("Error", "No Results"));

        CommandRun run = run("check");

        assertThat(run.out().lines())
                .startsWith(
                        "The following scans are identified as failing and need investigation:",
                        "[" + PUBLIC + " " + PRIVATE + "]");
        assertThat(run.out())
                .contains(PUBLIC + ": FAILED since")
                .contains(PRIVATE + ": LATE since")
                .contains("Runbook: https://wiki.example/failed-scans")
                .doesNotContain(FakeTenable.SECRET_KEY);
        assertThat(run.status()).isEqualTo(ExitStatus.FAIL);
    }

    @Test
    void shouldGiveTheSameAsJson() throws IOException {
        CommandRun run = run("check", "--json");

        JsonNode json = run.json("compliance-check.schema.json");
        assertThat(json.path("answer").asText()).isEqualTo("FAILED");
        assertThat(json.path("lines"))
                .extracting(line -> line.path("name").asText())
                .containsExactly(PUBLIC, PRIVATE);
        assertThat(json.path("lines").path(0).path("state").asText()).isEqualTo("LATE");
        assertThat(json.path("sources").path(0).path("id").asText()).isEqualTo("sc");
    }

    @Test
    void shouldNotKnowWhenTheSourceDoesNotAnswer() {
        tenable.on(Operation.DEFINITIONS, exchange -> {
            exchange.sendResponseHeaders(502, -1);
            exchange.close();
        });

        CommandRun run = run("check");

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.out()).contains("Source sc does not answer").contains("nobody can tell");
    }

    @Test
    void shouldNeverAskAThirdTimeWithAKeyThatIsRefused() {
        String[] check = {
            "check", "--file", directory.resolve("compliance.yaml").toString()
        };
        for (int i = 0; i < 4; i++) {
            assertThat(CommandRun.of(directory, keys("wrong-key"), check).status())
                    .isEqualTo(ExitStatus.INDETERMINATE);
        }

        assertThat(tenable.refusedLogins()).isLessThanOrEqualTo(2);
        assertThat(CommandRun.of(directory, keys(FakeTenable.SECRET_KEY), check).status())
                .as("whoever mends the key says so")
                .isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run("monitors", "logins", "sc", "--why", "the key was mended")
                        .status())
                .isEqualTo(ExitStatus.PASS);
        everythingRan();
        CommandRun mended = run("check");
        assertThat(mended.status()).as(mended.out()).isEqualTo(ExitStatus.PASS);
    }

    @Test
    void shouldSayHowItStoodBeforeTheLastDueTime() {
        CommandRun run = run("check", "--at", due.minus(Duration.ofHours(1)).toString());

        assertThat(run.out()).contains("All 2 are well");
        assertThat(run.status()).isEqualTo(ExitStatus.PASS);
        assertThat(run("check", "--at", "2999-01-01T00:00:00Z").status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void shouldSayWhatWouldHaveFailed() {
        tenable.run("14", due.plusSeconds(20), FakeCourse.GOOD.over(2048, 0));

        CommandRun run = run("monitors", "backtest", "--since", "5d", "--alarming");

        assertThat(run.out()).contains("EMPTY_SUSPECT").contains("0 of 2048").doesNotContain("  OK  ");
        assertThat(run.status()).isEqualTo(ExitStatus.FAIL);
    }

    @Test
    void shouldTryAFileAgainstItsSources() {
        assertThat(run("monitors", "test").out()).contains("Source sc answers.").contains("[14]: next due");
        assertThat(run("monitors", "list").out()).contains("nightly  sc  glob: ALC_*");
        assertThat(run("status").status()).isEqualTo(ExitStatus.PASS);
    }

    @Test
    void shouldKeepOneIncidentThatPeopleActOnAndGiveEvidenceOfIt() throws IOException {
        run("check");
        assertThat(run("check", "--json").json().path("incidents")).hasSize(1);
        String key = run("incidents", "list", "--json")
                .json()
                .path("incidents")
                .path(0)
                .path("key")
                .asText();

        assertThat(run("incidents", "ack", key, "--why", "scanner reboots", "--for", "2h")
                        .out())
                .contains("ACKED");
        assertThat(run("incidents", "ack", "none", "--why", "x").status()).isEqualTo(ExitStatus.USAGE);

        Path report = directory.resolve("evidence.json");
        String state = directory.resolve("home/compliance").toString();
        assertThat(CommandRun.of(
                                directory,
                                "evidence",
                                "report",
                                "--since",
                                "9d",
                                "--output",
                                report.toString(),
                                "--state",
                                state)
                        .status())
                .isEqualTo(ExitStatus.PASS);
        assertThat(Files.readString(report)).contains("scanner reboots").contains("jane");
        assertThat(CommandRun.of(directory, "evidence", "verify", report.toString(), "--state", state)
                        .status())
                .isEqualTo(ExitStatus.PASS);
        Files.writeString(report, Files.readString(report).replaceFirst("LATE", "OK"));
        assertThat(CommandRun.of(directory, "evidence", "verify", report.toString(), "--state", state)
                        .status())
                .isEqualTo(ExitStatus.FAIL);
    }

    @Test
    void shouldReportADefinitionThatIsGoneUntilSomebodyApproves() {
        everythingRan();
        assertThat(run("check").status()).isEqualTo(ExitStatus.PASS);
        tenable.delete("15");

        assertThat(run("check").out()).contains(PRIVATE + ": MISCONFIGURED");
        assertThat(run("monitors", "forget", "nightly", "15", "--why", "site was closed")
                        .status())
                .isEqualTo(ExitStatus.PASS);
        assertThat(run("check").status()).isEqualTo(ExitStatus.PASS);
    }

    @Test
    void shouldExcuseInAMaintenanceWindow() {
        tenable.run("14", due.plusSeconds(20), FakeCourse.GOOD.endingAs("Error", "No Results"));
        run(
                "pauses",
                "open",
                "--maintenance",
                "--monitor",
                "*",
                "--from",
                due.toString(),
                "--for",
                "10h",
                "--why",
                "network");

        CommandRun run = run("check");

        assertThat(run.out()).contains("OK: ");
        assertThat(run.status()).isEqualTo(ExitStatus.PASS);
        assertThat(run("pauses", "list").out()).contains("MAINTENANCE").contains("network");
    }

    @Test
    void shouldWriteAPageAndJUnitForOthersToShow() throws IOException {
        Path page = directory.resolve("check.html");
        Path junit = directory.resolve("check.xml");

        run("check", "--html", page.toString(), "--junit", junit.toString());

        assertThat(Files.readString(page)).contains(PUBLIC, PRIVATE);
        assertThat(Files.readString(junit)).contains("<testcase").contains(PRIVATE);
        assertThat(run("check", "--html", directory.resolve("none/check.html").toString())
                        .status())
                .isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void shouldRefuseAFileThatIsWrong() throws IOException {
        Files.writeString(
                directory.resolve("compliance.yaml"), "version: 1\nsources: []\nmonitors: [{id: a, source: b}]\n");

        CommandRun run = run("check");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("compliance.yaml:2");
    }
}
