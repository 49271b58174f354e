package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome.Answer;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import io.jenkins.plugins.qualysfargate.engine.report.HtmlOut;
import io.jenkins.plugins.qualysfargate.engine.report.HtmlPage;
import io.jenkins.plugins.qualysfargate.engine.report.HtmlTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as one self-contained page, which loads nothing and runs nothing. */
public final class CheckHtml {
    /** More than anybody reads; the other formats have everything. */
    private static final int ROWS = 10_000;

    private final HtmlOut html;
    private final CheckReport report;

    private CheckHtml(HtmlOut html, CheckReport report) {
        this.html = html;
        this.report = report;
    }

    /** Writes UTF-8 and leaves the stream open. */
    public static void write(CheckReport report, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlOut html = new HtmlOut(writer);
        HtmlPage page = HtmlPage.start(html, "Scan compliance", false);
        new CheckHtml(html, report).body();
        page.end();
        writer.flush();
    }

    private void body() throws IOException {
        html.markup("<main id=\"report\">\n<header class=\"card hero ")
                .markup(mood(report.answer()))
                .markup("\"><h1>Scan compliance: ");
        html.text(report.answer().name())
                .markup("</h1>\n<p>")
                .text(report.reason())
                .markup(" Looked at ");
        HtmlTime.write(html, report.at());
        html.markup(".</p></header>\n");
        doubts();
        names("Failing, to be investigated", report.failing());
        names("Nobody can tell", report.unknown());
        scans();
        sources();
        html.markup(
                "</main>\n<footer class=\"foot\"><p>Written by qualys-fargate. This page loads nothing from the network."
                        + "</p></footer>\n");
    }

    private static String mood(Answer answer) {
        return switch (answer) {
            case OK -> "pass";
            case FAILED -> "fail";
            case UNKNOWN -> "indeterminate";
        };
    }

    private void doubts() throws IOException {
        if (report.doubts().isEmpty()) {
            return;
        }
        html.markup("<section class=\"card\"><h3>Why even a good answer would not count</h3><ul class=\"warnings\">\n");
        for (String each : report.doubts()) {
            html.markup("<li>").text(each).markup("</li>\n");
        }
        html.markup("</ul></section>\n");
    }

    private void names(String title, List<ScanLine> scans) throws IOException {
        if (!scans.isEmpty()) {
            html.markup("<section class=\"card\"><h3>").text(title).markup(" <small>");
            html.number(scans.size()).markup("</small></h3>\n<p><code>[");
            boolean first = true;
            for (String each : CheckReport.names(scans)) {
                html.text(first ? "" : " ").text(each);
                first = false;
            }
            html.markup("]</code></p></section>\n");
        }
    }

    private void scans() throws IOException {
        html.markup("<section class=\"card\"><h3>Scans <small>")
                .number(report.lines().size());
        html.markup("</small></h3>\n");
        html.startTable(
                "Scans", List.of("Scan", "State", "Since", "Due", "Why, and what to do", "Owner", "Last success"));
        List<ScanLine> worstFirst = report.lines().stream()
                .sorted(Comparator.comparingInt(CheckHtml::rank))
                .limit(ROWS)
                .toList();
        for (ScanLine each : worstFirst) {
            row(each);
        }
        html.endTable();
        if (report.lines().size() > ROWS) {
            html.markup("<p class=\"quiet\">And ").number(report.lines().size() - ROWS);
            html.markup(" more, not listed here; the JSON report has them.</p>\n");
        }
        html.markup("</section>\n");
    }

    private static int rank(ScanLine line) {
        return switch (line.kind()) {
            case BAD -> 0;
            case UNKNOWN -> 1;
            case PENDING -> 2;
            case GOOD -> 3;
            case EXEMPT -> 4;
        };
    }

    private void row(ScanLine line) throws IOException {
        html.markup("<tr><td>").text(line.name()).markup("<br><small class=\"quiet\">");
        html.text(line.monitor() + " / " + line.subject()).markup("</small></td><td>");
        word(line);
        time(line.since());
        time(line.dueAt());
        html.markup("<td>").text(line.reason());
        if (!line.howToFix().isEmpty()) {
            html.markup("<br>").text(line.howToFix());
        }
        String runbook = line.runbook();
        if (runbook != null) {
            // As a text: what a file calls a runbook need not be an address that may be followed.
            html.markup("<br><small class=\"quiet\">Runbook: ").text(runbook).markup("</small>");
        }
        html.markup("</td><td>").text(line.owner()).markup("</td>");
        time(line.lastSuccess());
        html.markup("</tr>\n");
    }

    private void word(ScanLine line) throws IOException {
        String mood = line.kind() == Kind.GOOD
                ? "pass"
                : line.kind() == Kind.BAD ? "fail" : line.kind() == Kind.UNKNOWN ? "indeterminate" : "";
        html.markup(mood.isEmpty() ? "<span class=\"tag\">" : "<span class=\"verdict " + mood + "\">");
        html.text(line.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .markup("</span></td>");
    }

    private void time(@Nullable Instant moment) throws IOException {
        html.markup("<td>");
        if (moment != null) {
            HtmlTime.write(html, moment);
        }
        html.markup("</td>");
    }

    private void sources() throws IOException {
        html.markup("<section class=\"card\"><h3>Sources</h3>\n");
        html.startTable("Sources", List.of("Source", "Answered last", "Does not answer since", "Why, and what to do"));
        for (SourceLine each : report.sources()) {
            html.markup("<tr><td>").text(each.id()).markup("</td>");
            time(each.seenAt());
            time(each.blindSince());
            String problem = each.problem();
            html.markup("<td>")
                    .text(problem == null ? "answers" : problem + " " + each.howToFix())
                    .markup("</td></tr>\n");
        }
        html.endTable().markup("</section>\n");
    }
}
