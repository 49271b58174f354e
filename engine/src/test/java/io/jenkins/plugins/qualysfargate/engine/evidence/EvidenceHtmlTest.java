package io.jenkins.plugins.qualysfargate.engine.evidence;

import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.at;
import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EvidenceHtmlTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'`\u202E&amp;";

    private static Document page(PeriodReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceHtml.write(report, out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    }

    private static String mood(Document page) {
        return page.select(".hero").attr("class");
    }

    @Test
    void shouldShowSummaryOccurrencesAndWhatWasDone() throws IOException {
        Document page = page(Story.night().report());

        assertThat(page.select(".hero").text())
                .contains("4 on record, 2 compliant, 0 not compliant, 1 without sufficient data, 1 not applicable");
        assertThat(page.select("table")).hasSize(3);
        assertThat(page.select("table").get(1).select("tbody tr")).hasSize(4);
        assertThat(page.select("table").get(1).text())
                .contains("MISSED since", "Made up for by run-6", "scanner rebooted");
        assertThat(page.select("table").get(2).select("tbody tr")).hasSize(6);
        assertThat(page.select(".evidence code").text())
                .isEqualTo(Story.night().ledger().head().hash());
    }

    @Test
    void shouldLookWellOnlyIfEverythingIsKnownToBe() throws IOException {
        Story well = new Story().verdicts(at(2, 0), verdict("prod", at(1, 0), "OK", null, "well"));
        assertThat(mood(page(well.report()))).contains("pass");
        assertThat(mood(page(Story.night().report()))).contains("indeterminate");
        assertThat(mood(page(new Story().report()))).contains("indeterminate");

        well.note(new JournalNote(at(3, 0), "system", Actions.VERDICTS, "occurrences", "{}"));
        assertThat(mood(page(well.report()))).contains("indeterminate");
        assertThat(page(well.report()).select(".warnings").text()).contains("Entry 2 (verdicts) cannot be read");

        well.verdicts(at(4, 0), verdict("dev", at(1, 0), "FAILED", "FAILED", "no"));
        assertThat(mood(page(well.report()))).contains("fail");
    }

    @Test
    void shouldShowHostileTextAsText() throws IOException {
        Story story = new Story()
                .verdicts(at(2, 0), verdict(HOSTILE, at(1, 0), HOSTILE, HOSTILE, HOSTILE))
                .incident(at(2, 1), HOSTILE, HOSTILE.substring(0, 60), Map.of("why", HOSTILE), HOSTILE + "/17");
        Document page = page(story.report());

        assertThat(page.select("script, img, iframe, link[href^=http]")).isEmpty();
        assertThat(page.getAllElements().eachAttr("onerror")).isEmpty();
        assertThat(page.select("table").get(1).text()).contains("<script>alert(1)</script>");
        assertThat(page.html()).doesNotContain("\u202E");
    }

    @Test
    void shouldAllowNothingFromOutside() throws IOException {
        Document page = page(Story.night().report());

        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
        assertThat(page.select("[src], [href]").eachAttr("href"))
                .allMatch(href -> href.startsWith("#") || href.equals("data:,"));
        assertThat(page.select("style").html()).contains("prefers-color-scheme: dark", "@media print");
    }
}
