package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendChart;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendWords;
import java.io.IOException;

/** How the image kept to its policy over time, drawn into the page. */
final class HtmlTrend {
    private final HtmlOut html;

    HtmlTrend(HtmlOut html) {
        this.html = html;
    }

    /** @param subject whose trend it is, for people who do not see it */
    void write(Trend trend, String subject) throws IOException {
        html.markup("<div class=\"card\"><h3>Trend <small>new and fixed are counted against the baseline of each scan"
                + "</small></h3>\n<div class=\"trend\">\n");
        html.drawing(TrendChart.inline(trend, subject, TrendWords.english()));
        html.markup("</div></div>\n");
    }
}
