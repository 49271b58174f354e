package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportFormatTest {

    @Test
    void shouldReadEveryWordInAnyCase() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(ReportFormat.ofWord(format.word())).isEqualTo(format);
            assertThat(ReportFormat.ofWord(" " + format.name() + " ")).isEqualTo(format);
        }
        assertThat(ReportFormat.parseList("sarif, html")).containsExactly(ReportFormat.HTML, ReportFormat.SARIF);
    }

    @Test
    void shouldNameTheValidWordsWhenItDoesNotKnowOne() {
        assertThatThrownBy(() -> ReportFormat.ofWord("pdf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'pdf' is not a report format; valid are html, json, sarif, junit, csv, text, sbom");
    }
}
