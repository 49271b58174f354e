package io.jenkins.plugins.qualysfargate.cli;

import static io.jenkins.plugins.qualysfargate.cli.CommandRun.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateCommandTest {
    private static final String CLEAN = "067556b51170dccb5bebb910412864225ced596bdb61b855f8281ed68261994d";
    private static final String CLEAN_IMAGE = "registry.example/payments-api@sha256:"
            + "393e29d4f7230637f53dc8030af724451488a9282710006c8cf4a7239c3646e4";
    private static final String[] WORDS = {"PASS", "FAIL", "", "INDETERMINATE"};

    @TempDir
    private Path directory;

    static Stream<Arguments> samples() throws IOException {
        List<Arguments> all = new ArrayList<>(List.of(
                Arguments.of("clean", 0),
                Arguments.of("vulnerable", 1),
                Arguments.of("partial", 3),
                Arguments.of("corrupt", 3),
                Arguments.of("no-such-file", 3),
                Arguments.of("clean/" + CLEAN + "-Report.sarif.json", 0),
                Arguments.of("clean/" + CLEAN + "-ScanResult.json", 3)));
        addAll(all, "corrupt", 3);
        addAll(all, "partial", 3);
        addAll(all, "edge", 1);
        return all.stream();
    }

    private static void addAll(List<Arguments> all, String folder, int status) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
            files.sorted().forEach(file -> all.add(Arguments.of(folder + "/" + file.getFileName(), status)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldAnswerEverySampleInOneJsonObject(String sample, int status) throws IOException {
        CommandRun run = gate(sample, "--json");

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
        JsonNode verdict = run.verdict();
        assertThat(verdict.get("verdict").textValue()).isEqualTo(WORDS[status]);
        assertThat(verdict.get("images")).hasSize(1);
        assertThat(run.err()).isEmpty();
        assertThat(gate(sample).status()).as("as text").isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clean      | --scan-types pkg,secret,malware | 3",
                "clean      | --scan-types pkg                | 0",
                "clean      | --max-age 24h                   | 3",
                "clean      | --max-age 9000d                 | 0",
                "clean      | --fail-on medium                | 0",
                "clean      | --image                         | 2",
                "clean      | --image registry.example/app:1  | 2",
                "clean      | --image NOT@AN@IMAGE            | 2",
                "clean      | --max-age soon                  | 2",
                "clean      | --max-age -5d                   | 2",
                "clean      | --fail-on terrible              | 2",
                "clean      | --scan-types everything         | 2",
                "clean      | --formats pdf                   | 2",
                "clean      | --baseline tag:prod             | 2",
                "clean      | --baseline what                 | 2",
                "clean      | --policy no-such-file           | 2",
                "clean      | --no-such-option                | 2",
                "vulnerable | --fail-on medium                | 1"
            })
    void shouldHeedItsOptions(String sample, String options, int status) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
        arguments.add("--json");

        CommandRun run = gate(sample, arguments.toArray(String[]::new));

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
        run.verdict();
        if (status == ExitStatus.USAGE) {
            assertThat(run.err()).startsWith("qualys-fargate gate: ").doesNotContain("Exception");
        }
    }

    @Test
    void shouldPassTheImageThatIsExpectedAndNoOther() throws IOException {
        assertThat(gate("clean", "--image", CLEAN_IMAGE).status()).isZero();

        String other = CLEAN_IMAGE.replace("393e", "4444");
        CommandRun run = gate("clean", "--image", other, "--json");

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.verdict().at("/images/0/cause").textValue()).isEqualTo("WRONG_IMAGE");
    }

    @Test
    void shouldFailOnMediumOnlyWhenAskedTo() throws IOException {
        Path report = Files.writeString(directory.resolve("medium.sarif"), """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Some"}}, "results": [
                  {"ruleId": "CVE-2026-1", "message": {"text": "m"}, "properties": {"security-severity": "5.0"}}]}]}
                """);
        assertThat(CommandRun.of(directory, "gate", "--report", report.toString())
                        .status())
                .isZero();
        assertThat(CommandRun.of(directory, "gate", "--report", report.toString(), "--fail-on", "medium")
                        .status())
                .isEqualTo(ExitStatus.FAIL);
    }

    @Test
    void shouldTellEveryProblemOfAPolicyAtOnce() {
        CommandRun run = gate(
                "clean",
                "--policy",
                SAMPLES.resolve("policy/bad-many-problems.yaml").toString());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("hihg", "low", "kev", "expires", "minimumSeverity");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shouldJudgeSeveralReportsAndFailIfOneFails() throws IOException {
        CommandRun run = CommandRun.of(
                directory,
                "gate",
                "--json",
                "--report",
                SAMPLES.resolve("clean").toString(),
                SAMPLES.resolve("corrupt/empty-Report.sarif.json").toString(),
                SAMPLES.resolve("vulnerable").toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAIL);
        assertThat(run.verdict().findValuesAsText("verdict")).containsExactly("FAIL", "PASS", "INDETERMINATE", "FAIL");
    }

    @Test
    void shouldWriteReportsAndBadges() {
        Path output = directory.resolve("a/b");
        assertThat(gate("vulnerable", "-o", output.toString()).status()).isEqualTo(ExitStatus.FAIL);
        assertThat(output.toFile().list())
                .containsExactlyInAnyOrder(
                        "report.html",
                        "verdict.json",
                        "findings.sarif.json",
                        "junit.xml",
                        "findings.csv",
                        "summary.txt",
                        "sbom.cdx.json",
                        "vulnerabilities.svg",
                        "compliance.svg");
    }

    @Test
    void shouldNotPassWhenTheReportsCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        CommandRun run = gate("clean", "--json", "-o", file.resolve("reports").toString());
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.verdict().get("error").textValue()).contains("Cannot make the directory");
    }

    @Test
    void shouldNotPassWhenTheReportFileIsADirectory() throws IOException {
        Files.createDirectories(directory.resolve("out/report.html/in-the-way"));
        CommandRun run = gate("clean", "--json", "-o", directory.resolve("out").toString());
        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.verdict().get("reason").textValue()).contains("Could not write the report");
    }

    @Test
    void shouldNotPassWhenTheHistoryIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        CommandRun run = gate("clean", "--json", "--history", file.toString());
        assertThat(run.status()).isNotZero();
        assertThat(run.verdict().get("verdict").textValue()).isEqualTo("INDETERMINATE");
    }

    @Test
    void shouldMakeHostileNamesHarmless() {
        CommandRun run = CommandRun.of(directory, "gate", "--report", "no\u001b[2Jsuch\u202efile");
        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.out() + run.err()).doesNotContain("\u001b", "\u202e");
    }

    private CommandRun gate(String sample, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("gate", "--report", SAMPLES.resolve(sample).toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(directory, arguments.toArray(String[]::new));
    }
}
