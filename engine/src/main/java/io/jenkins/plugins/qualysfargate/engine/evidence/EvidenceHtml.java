package io.jenkins.plugins.qualysfargate.engine.evidence;

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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as one self-contained page to read and to print, which loads nothing and runs nothing. */
public final class EvidenceHtml {
    /** More than anybody reads; the other formats have everything. */
    private static final int ROWS = 10_000;

    private final HtmlOut html;
    private final PeriodReport report;
    private final Map<Long, ReportAction> actions;

    private EvidenceHtml(HtmlOut html, PeriodReport report) {
        this.html = html;
        this.report = report;
        this.actions = report.actions().stream().collect(Collectors.toMap(ReportAction::sequence, Function.identity()));
    }

    /** Writes the page and leaves the stream open. */
    public static void write(PeriodReport report, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlOut html = new HtmlOut(writer);
        HtmlPage page = HtmlPage.start(html, "Compliance evidence " + report.from() + " to " + report.to(), false);
        new EvidenceHtml(html, report).body();
        page.end();
        writer.flush();
    }

    private void body() throws IOException {
        html.markup("<main id=\"report\">\n");
        hero();
        problems();
        foundation();
        monitors();
        rows();
        actions();
        html.markup(
                "</main>\n<footer class=\"foot\"><p>Written by qualys-fargate. This page loads nothing from the network."
                        + "</p></footer>\n");
    }

    private void hero() throws IOException {
        long bad = report.count(ExportWord.NON_COMPLIANT);
        long unknown = report.count(ExportWord.INSUFFICIENT_DATA);
        boolean sound = report.problems().isEmpty();
        String mood = bad > 0 ? "fail" : unknown > 0 || !sound || report.rows().isEmpty() ? "indeterminate" : "pass";
        html.markup("<header class=\"card hero ")
                .markup(mood)
                .markup("\"><h1>Compliance evidence</h1>\n<p>Scans that were due from ");
        HtmlTime.write(html, report.from());
        html.markup(" to before ");
        HtmlTime.write(html, report.to());
        html.markup(": ");
        html.number(report.rows().size()).markup(" on record, ");
        html.number(report.count(ExportWord.COMPLIANT)).markup(" compliant, ");
        html.number(bad).markup(" not compliant, ");
        html.number(unknown).markup(" without sufficient data, ");
        html.number(report.count(ExportWord.NOT_APPLICABLE)).markup(" not applicable.</p></header>\n");
    }

    private void problems() throws IOException {
        if (!report.problems().isEmpty()) {
            html.markup("<section class=\"card\"><h3>What this report cannot vouch for</h3><ul class=\"warnings\">\n");
            for (String problem : report.problems()) {
                html.markup("<li>").text(problem).markup("</li>\n");
            }
            html.markup("</ul></section>\n");
        }
    }

    private void foundation() throws IOException {
        html.markup("<section class=\"card\"><h3>Foundation</h3><dl class=\"evidence\">\n<dt>Made</dt><dd>");
        HtmlTime.write(html, report.madeAt());
        html.markup("</dd>\n<dt>Journal entries</dt><dd>");
        html.text(report.firstSequence() + " to " + report.head().sequence());
        html.markup("</dd>\n<dt>Hash of the last entry</dt><dd><code>");
        html.text(report.head().hash()).markup("</code></dd>\n</dl></section>\n");
    }

    private void monitors() throws IOException {
        html.markup("<section class=\"card\"><h3>Monitors</h3>\n");
        html.startTable(
                "Monitors",
                List.of(
                        "Monitor",
                        "Due",
                        "Compliant",
                        "Not compliant",
                        "Not applicable",
                        "Insufficient data",
                        "With an alarm",
                        "Answered"));
        for (MonitorSummary each : report.monitors()) {
            html.markup("<tr>");
            cell(each.monitorId());
            for (long number : new long[] {
                each.due(),
                each.compliant(),
                each.nonCompliant(),
                each.notApplicable(),
                each.insufficientData(),
                each.withAlarm(),
                each.answered()
            }) {
                html.markup("<td>").number(number).markup("</td>");
            }
            html.markup("</tr>\n");
        }
        html.endTable().markup("</section>\n");
    }

    private void rows() throws IOException {
        html.markup("<section class=\"card\"><h3>Occurrences <small>")
                .number(report.rows().size());
        html.markup("</small></h3>\n");
        html.startTable(
                "Occurrences", List.of("Due", "Scan", "Compliance", "Verdict", "First verdict", "What was done"));
        // If not all fit, those that somebody answers for come first; the sort keeps their order.
        List<ReportRow> shown = report.rows().size() <= ROWS
                ? report.rows()
                : report.rows().stream()
                        .sorted(Comparator.comparing(
                                (ReportRow row) -> !row.word().open()))
                        .limit(ROWS)
                        .toList();
        for (ReportRow row : shown) {
            row(row);
        }
        html.endTable();
        if (shown.size() < report.rows().size()) {
            html.markup("<p class=\"quiet\">And ").number(report.rows().size() - shown.size());
            html.markup(" more, not listed here; the CSV and JSON reports have them.</p>\n");
        }
        html.markup("</section>\n");
    }

    private void row(ReportRow row) throws IOException {
        Verdict verdict = row.verdict();
        html.markup("<tr><td>");
        HtmlTime.write(html, verdict.dueAt());
        html.markup("</td><td>").text(verdict.name()).markup("<br><small class=\"quiet\">");
        html.text(verdict.monitorId() + " / " + verdict.subjectId()).markup("</small></td><td>");
        word(row.word());
        html.markup("</td><td>").text(verdict.state()).markup(" since ");
        HtmlTime.write(html, verdict.since());
        html.markup("<br>").text(verdict.reason());
        if (verdict.runId() != null) {
            html.markup("<br><small class=\"quiet\">run ").text(verdict.runId()).markup("</small>");
        }
        html.markup("</td><td>");
        first(row);
        html.markup("</td><td>");
        for (Long sequence : row.actions()) {
            ReportAction action = actions.get(sequence);
            if (action != null) {
                html.markup("<p>").text(EvidenceCsv.words(action)).markup("</p>");
            }
        }
        html.markup("</td></tr>\n");
    }

    private void first(ReportRow row) throws IOException {
        Instant since = row.firstSince();
        if (since != null) {
            html.text(String.valueOf(row.verdict().first())).markup(" since ");
            HtmlTime.write(html, since);
            html.markup("<br>").text(String.valueOf(row.firstReason()));
        }
    }

    private void word(ExportWord word) throws IOException {
        String mood =
                switch (word) {
                    case COMPLIANT -> "pass";
                    case NON_COMPLIANT -> "fail";
                    case INSUFFICIENT_DATA -> "indeterminate";
                    case NOT_APPLICABLE -> "";
                };
        html.markup(mood.isEmpty() ? "<span class=\"tag\">" : "<span class=\"verdict " + mood + "\">");
        html.text(word.name().toLowerCase(Locale.ROOT).replace('_', ' ')).markup("</span>");
    }

    private void actions() throws IOException {
        html.markup("<section class=\"card\"><h3>What was done <small>")
                .number(report.actions().size());
        html.markup("</small></h3>\n");
        html.startTable("What was done", List.of("Entry", "When", "Who", "What", "About", "Why", "Until", "Detail"));
        for (ReportAction action : report.actions().stream().limit(ROWS).toList()) {
            html.markup("<tr><td>").number(action.sequence()).markup("</td><td>");
            HtmlTime.write(html, action.at());
            html.markup("</td>");
            cell(action.actor());
            cell(action.action());
            cell(action.about());
            cell(action.why());
            html.markup("<td>");
            Instant until = action.until();
            if (until != null) {
                HtmlTime.write(html, until);
            }
            html.markup("</td>");
            cell(action.detail());
            html.markup("</tr>\n");
        }
        html.endTable().markup("</section>\n");
    }

    private void cell(String text) throws IOException {
        html.markup("<td>").text(text).markup("</td>");
    }
}
