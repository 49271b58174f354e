package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The findings, the worst first, a group per severity that the reader can open; the script makes one table of them that
 * can be searched and sorted. Groups beyond the first two are closed while they are long.
 */
final class HtmlFindings {
    /** Rows per block: the browser skips the layout of a block that is out of sight. */
    private static final int BLOCK = 100;

    private static final int LONG_GROUP = 200;
    /** In characters, so that hostile texts cannot make a page that no browser opens. */
    private static final long LONGEST_PAGE = 40_000_000;

    private final HtmlOut html;
    private final HtmlFinding row;
    private final boolean withNew;

    HtmlFindings(HtmlOut html, Waivers waivers, NewFindings newFindings) {
        this.html = html;
        this.row = new HtmlFinding(html, waivers, newFindings);
        this.withNew = newFindings.known();
    }

    void write(Findings findings, int rows) throws IOException {
        SeverityCounts counts = SeverityCounts.of(findings);
        html.markup("<div class=\"card findings\"><h3>Findings <small>").number(counts.total());
        html.markup("</small></h3>\n");
        if (counts.total() == 0) {
            html.markup("<p class=\"quiet\">The scan finished and found nothing.</p></div>\n");
            return;
        }
        Map<Severity, Long> listed = listed(counts, rows);
        tools(listed);
        html.markup("<div class=\"groups\">\n");
        long shown = 0;
        for (Map.Entry<Severity, Long> group : listed.entrySet()) {
            shown += group(findings, group.getKey(), counts.of(group.getKey()), group.getValue());
        }
        html.markup("</div>\n");
        if (shown < counts.total()) {
            html.markup("<p class=\"quiet\">").number(counts.total() - shown);
            html.markup(" more, the least severe, are not on this page; findings.csv and findings.sarif.json of the "
                    + "same run have all of them.</p>\n");
        }
        html.markup("</div>\n");
    }

    private static Map<Severity, Long> listed(SeverityCounts counts, int rows) {
        Map<Severity, Long> listed = new EnumMap<>(Severity.class);
        long left = rows;
        for (Severity severity : Severity.values()) {
            long take = Math.min(left, counts.of(severity));
            if (take > 0) {
                listed.put(severity, take);
                left -= take;
            }
        }
        return listed;
    }

    private long group(Findings findings, Severity severity, long all, long rows) throws IOException {
        boolean open = severity.isAtLeast(Severity.HIGH) || all <= LONG_GROUP;
        html.markup("<details data-s=\"" + severity.ordinal() + (open ? "\" open>" : "\">") + "<summary>");
        html.markup(HtmlSeverity.chip(severity)).markup(" ").number(all).markup("</summary>\n");
        html.markup("<table class=\"f\">").markup(HtmlFinding.HEAD).markup("<tbody>\n");
        long[] written = new long[1];
        new WorstFirst(findings).visit(severity, rows, finding -> {
            if (html.written() < LONGEST_PAGE) {
                if (written[0] > 0 && written[0] % BLOCK == 0) {
                    html.markup("</tbody><tbody>\n");
                }
                row.write(finding);
                written[0]++;
            }
        });
        html.markup("</tbody></table></details>\n");
        return written[0];
    }

    /** Hidden until the script is there, because without it they would do nothing. */
    private void tools(Map<Severity, Long> listed) throws IOException {
        html.markup("<div class=\"tools\" role=\"search\" hidden><div class=\"search\"><input type=\"search\" "
                + "autocomplete=\"off\" spellcheck=\"false\" aria-label=\"Search in id, CVE, title and package\" "
                + "placeholder=\"Search CVE, package, title\"><kbd aria-hidden=\"true\">/</kbd></div>\n");
        html.markup("<fieldset><legend class=\"vh\">Severities shown</legend>");
        for (Severity severity : List.copyOf(listed.keySet())) {
            html.markup("<label class=\"chip\"><input type=\"checkbox\" name=\"severity\" value=\"" + severity.ordinal()
                    + "\" checked>" + HtmlSeverity.word(severity) + "</label>");
        }
        html.markup("</fieldset><fieldset><legend class=\"vh\">Only some</legend>");
        html.markup("<label class=\"chip\"><input type=\"checkbox\" name=\"fixable\">Fixable only</label>");
        if (withNew) {
            html.markup("<label class=\"chip\"><input type=\"checkbox\" name=\"new\">New only</label>");
        }
        html.markup("</fieldset><output aria-live=\"polite\"></output></div>\n");
    }
}
