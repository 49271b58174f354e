package io.jenkins.plugins.qualysfargate.engine.evidence;

import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.at;
import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.report.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceCsvTest {
    private static String csv(PeriodReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceCsv.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldWriteOneLineForEachOccurrence() throws IOException {
        String csv = csv(Story.night().report());

        Golden.assertUnchanged(Path.of("../contracts/samples/evidence/night.csv"), csv);
        assertThat(csv.lines()).hasSize(5);
        assertThat(csv).contains("jane: acknowledge until 2026-03-01T06:00:00Z (scanner rebooted)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"})
    void shouldLetNoTextBeTakenForAFormula(String text) throws IOException {
        Story story = new Story()
                .verdicts(at(2, 0), verdict(text, at(1, 0), "MISSED", text, text))
                .incident(at(2, 1), text, Actions.ACKNOWLEDGE, Map.of("why", text), text + "/17");

        String row = csv(story.report()).split("\r\n", 2)[1];
        assertThat(row).startsWith("\"'" + text).contains(",\"'" + text + "\",").doesNotContain("," + text);
    }
}
