package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the verdict rests on, so that it can be checked. */
final class HtmlEvidence {
    private static final String NOT_STATED = "not stated";

    private final HtmlOut html;

    HtmlEvidence(HtmlOut html) {
        this.html = html;
    }

    void write(JudgedImage image) throws IOException {
        html.markup("<div class=\"card\"><h3>Evidence</h3>\n<dl class=\"evidence\">\n");
        code("Digest", image.digest());
        code("Platform", image.platform());
        ScanReport report = image.report();
        if (report != null) {
            code("Image id", report.image().imageId());
            text("Scanner", (report.scanner() + " " + report.scannerVersion()).strip());
            String types = String.join(", ", Verdicts.scanTypes(report));
            text("Looked for", types.isEmpty() ? NOT_STATED + " (no inventory came with the report)" : types);
            if (!report.packages().isEmpty()) {
                text("Looked at", Numbers.of(report.packages().size(), "package"));
            }
            time("Scanned", report.scannedAt());
        }
        time("Judged", image.judgedAt());
        text("Source", image.source());
        html.markup("</dl></div>\n");
    }

    private void text(String term, String value) throws IOException {
        html.markup("<dt>").text(term).markup("</dt><dd>").text(value).markup("</dd>\n");
    }

    private void code(String term, @Nullable Object value) throws IOException {
        html.markup("<dt>").text(term).markup(value == null ? "</dt><dd>" : "</dt><dd><code>");
        html.text(value == null ? NOT_STATED : value.toString()).markup(value == null ? "</dd>\n" : "</code></dd>\n");
    }

    private void time(String term, @Nullable Instant instant) throws IOException {
        html.markup("<dt>").text(term).markup("</dt><dd>");
        if (instant == null) {
            html.text(NOT_STATED);
        } else {
            HtmlTime.write(html, instant);
        }
        html.markup("</dd>\n");
    }
}
