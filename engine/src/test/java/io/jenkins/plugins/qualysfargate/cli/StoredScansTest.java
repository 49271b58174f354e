package io.jenkins.plugins.qualysfargate.cli;

import static io.jenkins.plugins.qualysfargate.cli.CommandRun.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that look at what {@code gate --history} has kept. */
class StoredScansTest {
    @TempDir
    private Path directory;

    @Test
    void shouldListWhatWasGatedNewestFirst() throws IOException {
        keep("clean");
        keep("vulnerable");

        assertThat(run("history", "list", "--json").json().findValuesAsText("verdict"))
                .containsExactly("FAIL", "PASS");
        assertThat(run("history", "list", "--json", "--verdict", "pass").json().get("scans"))
                .hasSize(1);
        assertThat(run("history", "list", "--json", "--image", "*/vulnerable-test-app")
                        .json()
                        .get("scans"))
                .hasSize(1);
        assertThat(run("history", "list").out()).contains("payments-api", "vulnerable-test-app", "2 shown.");
    }

    @Test
    void shouldPageThroughTheList() throws IOException {
        keep("clean");
        keep("vulnerable");
        var first = run("history", "list", "--json", "--limit", "1").json();

        var second = run(
                        "history",
                        "list",
                        "--json",
                        "--limit",
                        "1",
                        "--page",
                        first.get("next").textValue())
                .json();

        assertThat(first.at("/scans/0/verdict").textValue()).isEqualTo("FAIL");
        assertThat(second.at("/scans/0/verdict").textValue()).isEqualTo("PASS");
    }

    @Test
    void shouldShowAScanWithItsFindings() throws IOException {
        keep("vulnerable");
        CommandRun shown = run("history", "show", "--json", newest());
        assertThat(shown.status()).isZero();
        assertThat(shown.verdict().at("/images/0/findingDetails")).isNotEmpty();
        assertThat(run("history", "show", newest()).out()).contains("[FAIL]");
    }

    @Test
    void shouldForgetOldScansOnly() throws IOException {
        keep("clean");
        assertThat(run("history", "purge", "--older-than", "1d", "--json")
                        .json()
                        .get("purged")
                        .intValue())
                .isZero();
        assertThat(run("history", "purge", "--older-than", "0s").out()).isEqualToIgnoringNewLines("1 scan forgotten.");
        assertThat(run("history", "list").out()).contains("No scan is stored");
    }

    @Test
    void shouldWriteTheReportsOfAScanAgain() throws IOException {
        keep("vulnerable");
        Path output = directory.resolve("reports");
        CommandRun run = run("report", newest(), "-o", output.toString(), "--formats", "html,csv", "--json");
        assertThat(run.status()).isZero();
        assertThat(run.json().get("files")).hasSize(4);
        assertThat(output.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void shouldDrawTheBadgeOfTheNewestScan() throws IOException {
        keep("clean");
        keep("vulnerable");
        assertThat(run("badge", "--image", "*/payments-api").out()).startsWith("<svg");
        assertThat(run("badge", "--image", "*/vulnerable-test-app", "--json")
                        .json()
                        .get("message")
                        .textValue())
                .contains("stale");
        assertThat(run(
                                "badge",
                                "--image",
                                "*/vulnerable-test-app",
                                "--json",
                                "--kind",
                                "vulnerabilities",
                                "--stale-after",
                                "99999d")
                        .json()
                        .get("message")
                        .textValue())
                .contains("critical");
        Path file = directory.resolve("badge.svg");
        assertThat(run("badge", "--scan", newest(), "-o", file.toString()).status())
                .isZero();
        assertThat(file).content().startsWith("<svg");
        assertThat(run("badge").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("badge", "--image", "*/nothing").status()).isEqualTo(ExitStatus.USAGE);
        CommandRun unwritable =
                run("badge", "--scan", newest(), "-o", file.resolve("in").toString());
        assertThat(unwritable.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(unwritable.err()).contains("Cannot use");
    }

    @Test
    void shouldFollowAnImageThroughItsScans() throws IOException {
        keep("clean");
        keep("vulnerable");
        keep("vulnerable");
        String image = run("history", "list", "--json", "--image", "*/vulnerable-test-app")
                .json()
                .at("/scans/0/image")
                .textValue();
        Path file = directory.resolve("trend.svg");

        CommandRun run = run("history", "trend", image, "-o", file.toString(), "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json().get("earlier").intValue()).isZero();
        assertThat(run.json().get("scans")).hasSize(2);
        assertThat(run.json().findValuesAsText("verdict")).containsExactly("FAIL", "FAIL");
        assertThat(run.json().at("/scans/1/outstanding").longValue())
                .isEqualTo(run("history", "show", newest(), "--json")
                        .verdict()
                        .at("/images/0/findings")
                        .longValue());
        assertThat(run.json().at("/scans/1/new").isNull())
                .as("the same digest is no baseline")
                .isTrue();
        assertThat(file).content().startsWith("<svg").contains("vulnerable-test-app");
        assertThat(run("history", "trend", image, "-o", file.toString()).out())
                .contains(": fail, ", " outstanding, compared with nothing.", "Wrote " + file)
                .hasLineCount(3);
    }

    @Test
    void shouldFollowOnlyThePlatformThatIsAskedFor() throws IOException {
        keep("clean");
        String image =
                run("history", "list", "--json").json().at("/scans/0/image").textValue();
        assertThat(run("history", "trend", image, "--platform", "linux/amd64").status())
                .isZero();
        CommandRun other = run("history", "trend", image, "--platform", "linux/s390x");
        assertThat(other.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(other.err()).contains("No scan of '" + image + "' for linux/s390x is stored", "history list");
    }

    @Test
    void shouldDrawTheTrendIntoTheReportOfAnImageThatIsKept() throws IOException {
        Path output = directory.resolve("reports");
        keep("vulnerable");
        keep("vulnerable", "-o", output.toString(), "--formats", "html");
        assertThat(output.resolve("report.html")).content().contains("<h3>Trend", ", 2 scans</title>");

        String first = run("history", "list", "--json").json().at("/scans/1/id").textValue();
        run("report", first, "-o", output.toString(), "--formats", "html");
        assertThat(output.resolve("report.html")).content().contains("<h3>Trend", ", 1 scan</title>");
    }

    @Test
    void shouldTellWhatAnotherPolicyWouldChange() throws IOException {
        keep("vulnerable");
        Path lax = Files.writeString(
                directory.resolve("lax.yaml"),
                "version: 1\nlimits: {critical: unlimited}\nsecrets: {max: unlimited}\n");

        CommandRun diff = run("policy", "diff", "default", lax.toString(), "--json");

        assertThat(diff.status()).isZero();
        assertThat(diff.json().at("/changes/0/before").textValue()).isEqualTo("FAIL");
        assertThat(diff.json().at("/changes/0/after").textValue()).isEqualTo("PASS");
        assertThat(diff.json().at("/changes/0/removed")).isNotEmpty();
        assertThat(run("policy", "diff", "default", lax.toString()).out()).contains("FAIL -> PASS", "1 with another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history list",
                "history show x",
                "history trend x",
                "history purge --older-than 1d",
                "report x -o reports",
                "badge --image x",
                "policy diff default default"
            })
    void shouldSayThatThereIsNoHistory(String command) {
        CommandRun run = run(command.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("There is no history in ");
        assertThat(directory.resolve("history")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history show 0123",
                "history list --limit 0",
                "history list --page nonsense",
                "history trend nothing",
                "history trend x --platform nonsense",
                "history"
            })
    void shouldRefuseWhatIsNotThere(String command) throws IOException {
        keep("clean");
        CommandRun run = run(command.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).doesNotContain("Exception");
    }

    private void keep(String sample, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "gate",
                "--report",
                SAMPLES.resolve(sample).toString(),
                "--history",
                directory.resolve("history").toString()));
        arguments.addAll(List.of(more));
        CommandRun.of(directory, arguments.toArray(String[]::new));
    }

    private String newest() throws IOException {
        return run("history", "list", "--json").json().at("/scans/0/id").textValue();
    }

    /** With the history of this test, wherever the command takes one. */
    private CommandRun run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        if (command.length > 1 || command[0].equals("badge")) {
            arguments.addAll(List.of("--history", directory.resolve("history").toString()));
        }
        return CommandRun.of(directory, arguments.toArray(String[]::new));
    }
}
