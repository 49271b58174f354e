package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path directory;

    @Test
    void shouldShowEveryVerdictAndWriteEveryFile() throws IOException {
        Path output = directory.resolve("demo");

        CommandRun run = CommandRun.of(directory, "demo", "-o", output.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("[PASS]", "[FAIL]", "[INDETERMINATE]", "linux/arm64", "exit status 1");
        assertThat(run.err()).contains("recorded");
        assertThat(run.out() + run.err()).doesNotContain(output.resolve("scans").toString());
        for (String name : new String[] {
            "report.html",
            "verdict.json",
            "findings.sarif.json",
            "junit.xml",
            "findings.csv",
            "summary.txt",
            "sbom.cdx.json",
            "vulnerabilities.svg",
            "compliance.svg",
            "history/history.mv.db"
        }) {
            assertThat(output.resolve(name)).as(name).isNotEmptyFile();
        }
    }

    @Test
    void shouldSayTheSameASecondTime() throws IOException {
        String output = directory.resolve("demo").toString();
        CommandRun first = CommandRun.of(directory, "demo", "-o", output, "--json");

        CommandRun second = CommandRun.of(directory, "demo", "-o", output, "--json");

        assertThat(second.status()).isZero();
        assertThat(second.verdict().findValuesAsText("verdict"))
                .isEqualTo(first.verdict().findValuesAsText("verdict"))
                .contains("PASS", "FAIL", "INDETERMINATE");
    }

    @Test
    void shouldNotSucceedWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(CommandRun.of(directory, "demo", "-o", file.resolve("in").toString())
                        .status())
                .isEqualTo(ExitStatus.USAGE);
    }
}
