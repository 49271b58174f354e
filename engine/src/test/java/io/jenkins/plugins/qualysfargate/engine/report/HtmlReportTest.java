package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendPoint;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "</style></title></template><img src=x onerror=alert(1)>",
                "\"><a href='javascript:alert(1)'>x</a>",
                "' onmouseover='alert(1)",
                "CVE-2020-1000\"><svg/onload=alert(1)>",
                "javascript:alert(1)",
                "--><!--<b>&lt;"
            })
    void shouldKeepEveryHostileTextAText(String hostile) throws IOException {
        Document page = page(Outcomes.hostile(hostile));
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("img, iframe, object, embed, form, base, template"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"))
                        .noneMatch(attribute -> attribute.getKey().equals("style")));
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(link -> link.startsWith("#"));
        assertThat(page.select("h2").get(0).wholeText()).isEqualTo(hostile);
        assertThat(page.select(".violations .head span").get(0).wholeText()).isEqualTo(hostile);
        assertThat(page.select(".f tbody tr")).hasSize(1);
    }

    @Test
    void shouldAllowExactlyItsOwnScriptAndStyle() throws Exception {
        Document page = page(Outcomes.fail());
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .isEqualTo(HtmlReport.contentSecurityPolicy())
                .startsWith("default-src 'none'; ")
                .contains("script-src '" + hash(page.select("script").get(0)) + "';")
                .contains("style-src '" + hash(page.select("style").get(0)) + "';")
                .doesNotContain("unsafe");
    }

    @Test
    void shouldHaveTheSameScriptAndStyleWhateverTheData() throws IOException {
        assertThat(page(Outcomes.several()).select("script, style").eachText())
                .isEqualTo(page(Outcomes.hostile("<x>")).select("script, style").eachText());
    }

    @Test
    void shouldLinkOnlyWhatIsACve() throws IOException {
        Finding finding = new Finding(
                "1",
                Severity.HIGH,
                "t",
                List.of("CVE-2021-44228", "CVE-2021-44228/..", "cve-2021-44228", "GHSA-x"),
                null,
                null,
                List.of(),
                false,
                false);
        assertThat(page(Outcomes.with(Findings.of(List.of(finding))))
                        .select(".f a")
                        .eachAttr("href"))
                .containsExactly("https://nvd.nist.gov/vuln/detail/CVE-2021-44228");
    }

    @Test
    void shouldSayWhyItFailedAndHowToFixItBeforeTheFindings() throws IOException {
        String text = page(Outcomes.fail()).body().text();
        assertThat(text.indexOf("Why it failed")).isPositive().isLessThan(text.indexOf("Numbers"));
        assertThat(text).contains("1 critical finding, the policy allows 0.", "Update zlib1g to 1:1.2.13.");
    }

    @Test
    void shouldListTheWorstFirstInRowsOfAllColumns() throws IOException {
        Document page = page(Outcomes.fail());
        assertThat(page.select(".f tbody td:first-child").eachText())
                .containsExactly("Critical", "High", "High", "Medium", "Unknown");
        assertThat(page.select(".f tbody tr")).allMatch(row -> row.childrenSize() == 8);
    }

    @Test
    void shouldShowNoNumberWhereThereIsNoAnswer() throws IOException {
        Document page = page(Outcomes.indeterminate());
        assertThat(page.select(".tiles, .bar, .findings")).isEmpty();
        assertThat(page.select("h1").text()).contains("Indeterminate", "not a pass");
        assertThat(page.select(".pass")).isEmpty();
    }

    @Test
    void shouldShowEveryImageWithoutTheScript() throws IOException {
        Document page = page(Outcomes.several());
        assertThat(page.select("section.image")).hasSize(4).noneMatch(section -> section.hasAttr("hidden"));
        assertThat(page.select(".images a").eachAttr("href"))
                .isEqualTo(page.select("section.image").eachAttr("id").stream()
                        .map(id -> "#" + id)
                        .toList());
    }

    @Test
    void shouldSayHowManyFindingsAreNotOnThePage() throws IOException {
        int rows = 500;
        int all = rows + 1_234;
        Findings many = Findings.of(IntStream.range(0, all)
                .mapToObj(i -> Outcomes.finding(
                        Integer.toString(i), i == all - 1 ? Severity.CRITICAL : Severity.LOW, "CVE-2020-1000", "p"))
                .toList());
        Document page = Jsoup.parse(
                Golden.written(new HtmlReport(KnownFindings.none(), ImageTrends.none(), rows), Outcomes.with(many)));
        assertThat(page.select(".f tbody tr")).hasSize(rows);
        assertThat(page.select(".f td:nth-child(2)").get(0).text()).isEqualTo(Integer.toString(all - 1));
        assertThat(page.text()).contains("1,234 more, the least severe, are not on this page");
    }

    @Test
    void shouldOfferTheFilterForNewOnesOnlyWithABaseline() throws IOException {
        Baseline baseline =
                new Baseline("previous", Set.of(new FindingIdentity("178901", "zlib1g")), Set.of(), Map.of());
        Document compared = Jsoup.parse(Golden.written(new HtmlReport(image -> baseline), Outcomes.fail()));
        assertThat(compared.select("[name=new]")).hasSize(1);
        assertThat(compared.select(".f tr.n")).hasSize(4);
        assertThat(page(Outcomes.fail()).select("[name=new], .f tr.n")).isEmpty();
    }

    @Test
    void shouldDrawTheTrendOfEachImageThatHasOne() throws IOException {
        Trend trend = Trend.of(List.of(
                new TrendPoint("2026-01-21", VerdictKind.FAIL, 7L, 2L, 1L),
                TrendPoint.indeterminate("<b>2026-01-22</b>")));
        ImageTrends ofFailures = image -> image.verdict().kind() == VerdictKind.FAIL ? trend : null;

        Document page =
                Jsoup.parse(Golden.written(new HtmlReport(KnownFindings.none(), ofFailures), Outcomes.several()));

        assertThat(page.select("section.image .trend")).hasSize(1);
        Element drawing = page.select("section.fail .trend > svg[role=img]").get(0);
        assertThat(drawing.select("> title").get(0).wholeText())
                .contains("registry.example/payments/api:1.4.2 (linux/amd64), 2 scans");
        assertThat(drawing.select("[style], style, script, image, use, a, b, [id], [class], [href]"))
                .as("nothing that the page's own policy would block")
                .isEmpty();
        assertThat(page(Outcomes.several()).select(".trend")).isEmpty();
    }

    private static Document page(GateOutcome outcome) throws IOException {
        return Jsoup.parse(Golden.written(new HtmlReport(KnownFindings.none()), outcome));
    }

    private static String hash(Element element) throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(element.data().getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
