package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The numbers of an image: a bar, a tile per severity, and what is new. */
final class HtmlCounts {
    private static final long BAR = 1_000;
    /** In thousandths of the bar: a single critical among thousands must be seen. */
    private static final long NARROWEST = 8;

    private final HtmlOut html;

    HtmlCounts(HtmlOut html) {
        this.html = html;
    }

    void write(SeverityCounts counts, Judgement judgement) throws IOException {
        html.markup("<div class=\"card\"><h3>Numbers <small>").text(Numbers.of(counts.total(), "finding"));
        html.markup(", each counted once whatever the number of its packages</small></h3>\n");
        if (counts.total() > 0) {
            bar(counts);
        }
        html.markup("<ul class=\"tiles\">\n");
        for (Severity severity : Severity.values()) {
            tile(counts.of(severity), HtmlSeverity.chip(severity));
        }
        Integer secrets = judgement.secrets();
        if (secrets != null) {
            tile(secrets, "Secrets");
        }
        html.markup("</ul>\n");
        if (judgement.novelty() != null) {
            novelty(judgement.novelty());
        }
        html.markup("</div>\n");
    }

    /** @param label constant markup */
    private void tile(long count, String label) throws IOException {
        html.markup(count == 0 ? "<li class=\"zero\"><b class=\"count\">" : "<li><b class=\"count\">")
                .number(count);
        html.markup("</b>").markup(label).markup("</li>\n");
    }

    private void bar(SeverityCounts counts) throws IOException {
        html.markup(
                "<svg class=\"bar\" viewBox=\"0 0 1000 12\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        html.text(Arrays.stream(Severity.values())
                .filter(severity -> counts.of(severity) > 0)
                .map(severity -> Numbers.grouped(counts.of(severity)) + " " + severity.word())
                .collect(Collectors.joining(", ")));
        html.markup("\">");
        long present = Arrays.stream(Severity.values())
                .filter(severity -> counts.of(severity) > 0)
                .count();
        long room = BAR - present * NARROWEST;
        long at = 0;
        for (Severity severity : Severity.values()) {
            long count = counts.of(severity);
            if (count > 0) {
                long wide = NARROWEST + Math.round((double) room * count / counts.total());
                html.markup("<rect class=\"b" + HtmlSeverity.letter(severity) + "\" x=\"" + at + "\" width=\""
                        + (wide - 2) + "\" height=\"12\"/>");
                at += wide;
            }
        }
        html.markup("</svg>\n");
    }

    private void novelty(Judgement.Novelty novelty) throws IOException {
        html.markup("<p class=\"novelty\">Compared with the baseline: <b>").number(novelty.introduced());
        html.markup("</b> newly introduced, <b>").number(novelty.disclosed());
        html.markup("</b> newly disclosed, <b>").number(novelty.known());
        html.markup("</b> known, <b>").number(novelty.fixed()).markup("</b> fixed.</p>\n");
    }
}
