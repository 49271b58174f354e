package io.jenkins.plugins.qualysfargate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Admired code is small by distribution; a file that outgrows it is two things. */
class FileSizeTest {
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("../runtime-sidecar/src/main/java"), Path.of("../src/main/java"));

    @Test
    void shouldKeepHalfOfTheFilesUnderEightyLines() throws IOException {
        List<SourceFile> files = files();
        assertThat(files.get(files.size() / 2).lines())
                .as("median of %d files", files.size())
                .isLessThan(80);
    }

    @Test
    void shouldKeepNineOfTenFilesUnderTwoHundredTwentyLines() throws IOException {
        List<SourceFile> files = files();
        assertThat(files.get(files.size() * 9 / 10).lines())
                .as("90th percentile of %d files", files.size())
                .isLessThan(220);
    }

    @Test
    void shouldLetNoFileGrowOverFourHundredLines() throws IOException {
        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(file.lines())
                .as("lines of %s: it is two things, split it", file.path())
                .isLessThanOrEqualTo(400));
    }

    /** All sources from the smallest to the largest, without package-info.java, which would make the median look better. */
    private static List<SourceFile> files() throws IOException {
        List<SourceFile> all = new ArrayList<>();
        for (Path root : SOURCES) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> found = Files.walk(root)) {
                    for (Path each : found.filter(FileSizeTest::counts).toList()) {
                        all.add(new SourceFile(each, Files.readAllLines(each).size()));
                    }
                }
            }
        }
        all.sort(Comparator.comparingInt(SourceFile::lines));
        return all;
    }

    private static boolean counts(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
    }

    private record SourceFile(Path path, int lines) {}
}
