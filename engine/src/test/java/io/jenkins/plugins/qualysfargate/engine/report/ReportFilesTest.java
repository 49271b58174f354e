package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFilesTest {
    @TempDir
    private Path directory;

    @Test
    void shouldWriteEveryFormatUnderItsName() throws IOException {
        Path inner = directory.resolve("a/b");
        List<Path> written = ReportFiles.write(Outcomes.several(), inner, EnumSet.allOf(ReportFormat.class));
        assertThat(written)
                .extracting(file -> inner.relativize(file).toString())
                .containsExactly(
                        "report.html",
                        "verdict.json",
                        "findings.sarif.json",
                        "junit.xml",
                        "findings.csv",
                        "summary.txt",
                        "sbom.cdx.json");
        assertThat(written).allMatch(Files::isRegularFile);
        assertThat(names(inner)).hasSameSizeAs(written);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"HTML", "SARIF", "CSV", "TEXT", "SBOM"})
    void shouldLeaveTheFormerFileWhenTheFindingsCannotBeReadToTheirEnd(ReportFormat format) throws IOException {
        Path file = directory.resolve(format.fileName());
        Files.writeString(file, "before");
        assertThatThrownBy(
                        () -> ReportFiles.write(Outcomes.with(new FakeLostFindings()), directory, EnumSet.of(format)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(format.fileName())
                .hasMessageContaining("the disk went away");
        assertThat(file).hasContent("before");
        assertThat(names(directory)).containsExactly(format.fileName());
    }

    @Test
    void shouldNameTheFileThatCannotBeWritten() throws IOException {
        Path blocked = Files.createDirectory(directory.resolve("summary.txt")).resolve("x");
        Files.createFile(blocked);
        assertThatThrownBy(() -> ReportFiles.write(Outcomes.pass(), directory, EnumSet.of(ReportFormat.TEXT)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("summary.txt");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Can be counted once and breaks in the middle of every later reading, as a file on a lost disk does. */
    private static final class FakeLostFindings implements Findings {
        private static final int COUNT = 10;
        private int readings;

        @Override
        public long count() {
            return COUNT;
        }

        @Override
        public Iterator<Finding> iterator() {
            boolean whole = readings++ == 0;
            return IntStream.range(0, COUNT)
                    .mapToObj(i -> {
                        if (i == COUNT / 2 && !whole) {
                            throw new UncheckedIOException(new IOException("the disk went away"));
                        }
                        return Outcomes.finding("1", Severity.LOW, "CVE-2020-1000", "p");
                    })
                    .iterator();
        }
    }
}
