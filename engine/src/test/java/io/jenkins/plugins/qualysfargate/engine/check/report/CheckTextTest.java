package io.jenkins.plugins.qualysfargate.engine.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome.Answer;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTextTest {
    private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");

    private static ScanLine line(String name, OccurrenceState state, String reason) {
        return new ScanLine(
                "daily", "nessus", name, name, true, state, NOW, NOW, reason, "Run it again.", "platform", null, null);
    }

    private static CheckReport report(ScanLine... lines) {
        return new CheckReport(NOW, Answer.FAILED, "2 failed", List.of(), List.of(lines), List.of(), List.of());
    }

    @Test
    void shouldListNamesAsTheRunbookDoes() {
        assertThat(CheckText.lines(report(
                        line("ALC_all_envs_public_import", OccurrenceState.FAILED, "It failed."),
                        line("ALC_Dev_MON01_private_import", OccurrenceState.OK, ""),
                        line("ALC_Prod_WDC06_private_import", OccurrenceState.MISSED, "It did not run."))))
                .startsWith(
                        "The following scans are identified as failing and need investigation:",
                        "[ALC_all_envs_public_import ALC_Prod_WDC06_private_import]");
    }

    @Test
    void shouldLetNoNameMoveTheCursorOrBreakALine() {
        assertThat(CheckText.lines(report(line("a\u001b[2J\nb\u202e", OccurrenceState.FAILED, "no\r\nway"))))
                .noneMatch(each -> each.matches("(?s).*[\\p{Cntrl}\u202e].*"));
    }

    @Test
    void shouldEscapeNamesInThePageAndInJUnit() throws IOException {
        CheckReport hostile = report(line("<script>alert('1')</script>]]>&", OccurrenceState.FAILED, "\"<b>\""));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        ByteArrayOutputStream junit = new ByteArrayOutputStream();

        CheckHtml.write(hostile, page);
        CheckJUnit.write(hostile, junit);

        assertThat(page.toString(StandardCharsets.UTF_8))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
        assertThat(junit.toString(StandardCharsets.UTF_8))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }
}
