package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One image on the page, in the order in which people ask: why, how many, which, and on what evidence. */
final class HtmlImage {
    private final HtmlOut html;
    private final JudgedImage image;
    private final NewFindings newFindings;
    private final @Nullable Trend trend;

    /** @param trend null if nobody knows of earlier scans */
    HtmlImage(HtmlOut html, JudgedImage image, NewFindings newFindings, @Nullable Trend trend) {
        this.html = html;
        this.image = image;
        this.newFindings = newFindings;
        this.trend = trend;
    }

    /**
     * @param number which image it is, counted from 1
     * @param rows how many findings may be listed
     */
    void write(int number, int rows) throws IOException {
        html.markup("<section class=\"image "
                + HtmlVerdict.styleOf(image.verdict().kind()) + "\" id=\"image-" + number + "\">\n");
        header();
        new HtmlReasons(html).write(image.verdict());
        Judgement judgement = image.judgement();
        SeverityCounts counts = judgement.counts();
        ScanReport report = image.report();
        if (counts == null) {
            noNumbers(report != null);
        } else {
            new HtmlCounts(html).write(counts, judgement);
        }
        if (trend != null) {
            new HtmlTrend(html).write(trend, image.displayName());
        }
        if (report != null) {
            Waivers waivers = new Waivers(judgement.waived());
            new HtmlFindings(html, waivers, newFindings).write(report.findings(), rows);
            new HtmlTables(html).secrets(report.secrets()).malware(report.malware());
        }
        new HtmlTables(html).waived(judgement.waived()).warnings(judgement.warnings());
        new HtmlEvidence(html).write(image);
        html.markup("</section>\n");
    }

    private void noNumbers(boolean listed) throws IOException {
        html.markup("<div class=\"card\"><h3>Numbers</h3><p class=\"quiet\">None: without a complete answer there is "
                + "nothing to count, and a missing number is not a zero.");
        html.markup(listed ? " The findings below were read, but not judged.</p></div>\n" : "</p></div>\n");
    }

    private void header() throws IOException {
        html.markup("<header><h2>").text(HtmlVerdict.nameOf(image)).markup("</h2>");
        html.markup(HtmlVerdict.chip(image.verdict().kind()));
        if (image.platform() != null) {
            html.markup("<span class=\"tag\">")
                    .text(image.platform().toString())
                    .markup("</span>");
        }
        if (image.digest() != null) {
            html.markup("<code>").text(image.digest().value()).markup("</code>");
        }
        html.markup("</header>\n");
    }
}
