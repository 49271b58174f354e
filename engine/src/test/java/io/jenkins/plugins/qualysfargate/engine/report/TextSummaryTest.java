package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSummaryTest {
    private static final String WIDE = "界".repeat(80);

    @Test
    void shouldLookAsItDidWhenItWasLookedAt() throws IOException {
        Golden.assertUnchanged(
                TextSummary.class, "expected-several.txt", Golden.written(new TextSummary(), Outcomes.several()));
        Golden.assertUnchanged(
                TextSummary.class,
                "expected-several-narrow.txt",
                Golden.written(new TextSummary(60, false, 2), Outcomes.several()));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void shouldKeepToTheWidth(int width) throws IOException {
        for (String text : List.of("word ".repeat(100), "w".repeat(500), WIDE, "a\tb\nc")) {
            String written = Golden.written(new TextSummary(width, false, 20), Outcomes.hostile(text));
            // A digest is never cut: it is there to be copied.
            assertThat(written.lines().filter(line -> !line.contains("sha256:")))
                    .allMatch(line -> DisplayWidth.of(line) <= width);
        }
    }

    @Test
    void shouldNotPassOnWhatMovesACursorOrTurnsALine() throws IOException {
        String written = Golden.written(
                new TextSummary(),
                Outcomes.hostile("a\u001B[2J\u001B]0;t\u0007\u009B31m\r\nb\u202E\u2066\uD800\u0000"));
        assertThat(written.codePoints().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(written).doesNotContain("\u202E", "\u2066", "\uD800");
    }

    @Test
    void shouldColourOnlyWhenAskedTo() throws IOException {
        assertThat(Golden.written(new TextSummary(), Outcomes.fail())).doesNotContain("\u001B");
        assertThat(Golden.written(new TextSummary(100, true, 20), Outcomes.fail()))
                .contains("\u001B[1;31m[FAIL]\u001B[0m");
    }

    @Test
    void shouldListTheWorstAndCountTheRest() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 1_244; i++) {
            findings.add(Outcomes.finding("LOW-" + i, Severity.LOW, "CVE-2020-1000", "p"));
        }
        findings.add(Outcomes.finding("WORST", Severity.CRITICAL, "CVE-2020-1000", "p"));
        String written = Golden.written(new TextSummary(100, false, 11), Outcomes.with(Findings.of(findings)));
        assertThat(written)
                .contains("WORST", "LOW-9", "… and 1,234 more findings")
                .doesNotContain("LOW-10 ");
    }

    @Test
    void shouldSayWhyItFailedBeforeAnyNumber() throws IOException {
        String written = Golden.written(new TextSummary(), Outcomes.fail());
        assertThat(written.indexOf("Why it failed")).isPositive().isLessThan(written.indexOf("Findings:"));
        assertThat(written.indexOf("Fix:")).isPositive().isLessThan(written.indexOf("Findings:"));
    }
}
