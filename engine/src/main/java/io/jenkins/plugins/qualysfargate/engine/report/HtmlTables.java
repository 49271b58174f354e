package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.util.List;

/** The short tables of an image; one without rows is left out. */
final class HtmlTables {
    /** Rows per table: a page is for people, the other formats have everything. */
    private static final int ROWS = 2_000;

    private final HtmlOut html;

    HtmlTables(HtmlOut html) {
        this.html = html;
    }

    HtmlTables secrets(List<Secret> secrets) throws IOException {
        if (secrets.isEmpty()) {
            return this;
        }
        start("Secrets", secrets.size(), List.of("Severity", "Secret", "Category", "Where", "Rule"));
        for (Secret secret : secrets.subList(0, Math.min(ROWS, secrets.size()))) {
            String line = secret.startLine() > 0 ? ":" + secret.startLine() : "";
            row(secret.severity(), List.of(secret.title(), secret.category(), secret.path() + line, secret.ruleId()));
        }
        return end(secrets.size());
    }

    HtmlTables malware(List<Malware> malware) throws IOException {
        if (malware.isEmpty()) {
            return this;
        }
        start("Malware", malware.size(), List.of("Severity", "Name", "Where"));
        for (Malware each : malware.subList(0, Math.min(ROWS, malware.size()))) {
            row(each.severity(), List.of(each.name(), each.path()));
        }
        return end(malware.size());
    }

    HtmlTables waived(List<Judgement.Waived> waived) throws IOException {
        if (waived.isEmpty()) {
            return this;
        }
        start("Waived by exceptions", waived.size(), List.of("Severity", "Finding", "Exception", "Owner", "Expires"));
        for (Judgement.Waived each : waived.subList(0, Math.min(ROWS, waived.size()))) {
            row(each.severity(), List.of(each.subject(), each.exception(), each.owner(), each.expires()));
        }
        return end(waived.size());
    }

    HtmlTables warnings(List<String> warnings) throws IOException {
        if (warnings.isEmpty()) {
            return this;
        }
        html.markup("<div class=\"card\"><h3>Warnings <small>").number(warnings.size());
        html.markup("</small></h3>\n<ul class=\"warnings\">\n");
        for (String warning : warnings.subList(0, Math.min(ROWS, warnings.size()))) {
            html.markup("<li>").text(warning).markup("</li>\n");
        }
        html.markup("</ul>\n");
        more(warnings.size());
        html.markup("</div>\n");
        return this;
    }

    private void start(String title, int count, List<String> headings) throws IOException {
        html.markup("<div class=\"card\"><h3>").text(title).markup(" <small>").number(count);
        html.markup("</small></h3>\n").startTable(title, headings);
    }

    private void row(Severity severity, List<String> cells) throws IOException {
        html.markup("<tr><td>").markup(HtmlSeverity.chip(severity)).markup("</td>");
        for (String cell : cells) {
            html.markup("<td>").text(cell).markup("</td>");
        }
        html.markup("</tr>\n");
    }

    private HtmlTables end(int count) throws IOException {
        html.endTable();
        more(count);
        html.markup("</div>\n");
        return this;
    }

    private void more(int count) throws IOException {
        if (count > ROWS) {
            html.markup("<p class=\"quiet\">And ").number(count - ROWS).markup(" more, not listed here.</p>\n");
        }
    }
}
