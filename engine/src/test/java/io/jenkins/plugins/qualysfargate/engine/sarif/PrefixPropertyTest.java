package io.jenkins.plugins.qualysfargate.engine.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that was cut off anywhere, or has one byte changed, is never more than what it says when it is whole. */
class PrefixPropertyTest {
    private static final Path SAMPLES = Path.of("../contracts/samples");

    @TempDir
    private Path directory;

    @Test
    void shouldNotTakeAnyPrefixOfAReportForTheReport() throws IOException {
        byte[] clean = stripped(SAMPLES.resolve(
                "clean/067556b51170dccb5bebb910412864225ced596bdb61b855f8281ed68261994d-Report.sarif.json"));
        for (int length = 0; length < clean.length; length++) {
            assertThat(read(Arrays.copyOf(clean, length)))
                    .as("prefix of %d bytes", length)
                    .isInstanceOf(Evidence.Incomplete.class);
        }
        assertThat(read(clean)).isInstanceOf(Evidence.Complete.class);
    }

    @Test
    void shouldNotTakeSampledPrefixesOfALongReportForTheReport() throws IOException {
        byte[] report = stripped(SAMPLES.resolve(
                "vulnerable/fb6a6372a24d34764cab6e834d7b1ba6dada220843bbfdac386d0dc3f897fe62-Report.sarif.json"));
        Random random = new Random(20260122);
        for (int i = 0; i < 3000; i++) {
            int length = random.nextInt(report.length);
            assertThat(read(Arrays.copyOf(report, length)))
                    .as("prefix of %d bytes", length)
                    .isInstanceOf(Evidence.Incomplete.class);
        }
    }

    @Test
    void shouldNotLoseFindingsToAChangedStructuralCharacter() throws IOException {
        byte[] report = stripped(SAMPLES.resolve(
                "vulnerable/fb6a6372a24d34764cab6e834d7b1ba6dada220843bbfdac386d0dc3f897fe62-Report.sarif.json"));
        Random random = new Random(20260123);
        for (int i = 0; i < 3000; i++) {
            byte[] changed = report.clone();
            int at = random.nextInt(changed.length);
            if ("{}[]:,\"".indexOf(changed[at]) < 0) {
                continue;
            }
            changed[at] = (byte) "{}[]:,\" x".charAt(random.nextInt(9));
            long count = read(changed).<Long>fold(it -> it.report().findings().count(), it -> 18L);
            assertThat(count).as("byte %d changed", at).isEqualTo(18);
        }
    }

    private Evidence read(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("report.json"), content);
        return SarifEvidence.read(file, Expectation.DEFAULT, ReadLimits.DEFAULT);
    }

    /** Without the line break at the end, which is the one suffix that may go. */
    private static byte[] stripped(Path file) throws IOException {
        return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    }
}
