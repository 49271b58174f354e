package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One finding as one row. Cells and rows are not closed, as HTML allows: over 20,000 rows that saves a megabyte. */
final class HtmlFinding {
    static final String HEAD = "<thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">ID</th>"
            + "<th scope=\"col\">Vulnerability</th><th scope=\"col\">Package</th><th scope=\"col\">Installed</th>"
            + "<th scope=\"col\">Fixed in</th><th scope=\"col\"><abbr title=\"Qualys Detection Score, 1 to 100\">QDS</abbr>"
            + "</th><th scope=\"col\">CVSS</th></tr></thead>";
    /** The only form that is ever linked. */
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");

    private static final int CVES_SHOWN = 4;
    private static final int CVES_LISTED = 500;
    private static final int PACKAGES_SHOWN = 3;
    private static final int PACKAGES_LISTED = 200;
    private static final int SHORT = 200;

    private final HtmlOut html;
    private final Waivers waivers;
    private final NewFindings newFindings;

    HtmlFinding(HtmlOut html, Waivers waivers, NewFindings newFindings) {
        this.html = html;
        this.waivers = waivers;
        this.newFindings = newFindings;
    }

    void write(Finding finding) throws IOException {
        boolean isNew = newFindings.contains(finding);
        String marks = (finding.fixable() ? "x" : "") + (isNew ? " n" : "");
        html.markup(marks.isEmpty() ? "<tr><td>" : "<tr class=\"" + marks.strip() + "\"><td>");
        html.markup(HtmlSeverity.chip(finding.severity())).markup("<td>").text(finding.id(), SHORT);
        html.markup("<td>").text(finding.title().isEmpty() ? "No title" : finding.title());
        tags(finding, isNew);
        cves(finding.cves());
        packages(finding.packages());
        html.markup("<td>").markup(score(finding.qds())).markup("<td>").markup(score(finding.cvss()));
        html.markup("\n");
    }

    private void tags(Finding finding, boolean isNew) throws IOException {
        html.markup(isNew ? "<span class=\"tag new\">New</span>" : "");
        html.markup(finding.potential() ? "<span class=\"tag\">Potential</span>" : "");
        html.markup(finding.suppressed() ? "<span class=\"tag\">Accepted in the report</span>" : "");
        html.markup(waivers.of(finding).isEmpty() ? "" : "<span class=\"tag\">Waived</span>");
    }

    private void cves(List<String> cves) throws IOException {
        if (cves.isEmpty()) {
            return;
        }
        html.markup("<p>");
        int shown = Math.min(CVES_SHOWN, cves.size());
        links(cves.subList(0, shown));
        if (shown < cves.size()) {
            html.markup("<details><summary>").text(Numbers.of(cves.size() - shown, "more CVE"));
            html.markup("</summary>");
            links(cves.subList(shown, Math.min(CVES_LISTED, cves.size())));
            html.markup(cves.size() > CVES_LISTED ? " …</details>" : "</details>");
        }
    }

    private void links(List<String> cves) throws IOException {
        String separator = "";
        for (String cve : cves) {
            html.markup(separator);
            if (CVE.matcher(cve).matches()) {
                html.markup("<a href=\"https://nvd.nist.gov/vuln/detail/")
                        .text(cve)
                        .markup("\">");
                html.text(cve).markup("</a>");
            } else {
                html.text(cve, SHORT);
            }
            separator = " ";
        }
    }

    /** Three cells; the lines of one package stand beside each other in all of them. */
    private void packages(List<AffectedPackage> packages) throws IOException {
        if (packages.isEmpty()) {
            html.markup("<td><small>none named</small><td>–<td>–");
            return;
        }
        List<AffectedPackage> shown = packages.subList(0, Math.min(PACKAGES_SHOWN, packages.size()));
        html.markup("<td>");
        for (AffectedPackage affected : shown) {
            name(affected);
        }
        if (shown.size() < packages.size()) {
            rest(packages.subList(shown.size(), packages.size()));
        }
        html.markup("<td>");
        lines(shown.stream().map(AffectedPackage::installedVersion).toList(), "–");
        html.markup("<td>");
        lines(
                shown.stream()
                        .map(each -> each.fixedVersion() == null ? "" : each.fixedVersion())
                        .toList(),
                "no fix known");
    }

    private void name(AffectedPackage affected) throws IOException {
        html.text(affected.name(), SHORT);
        html.markup(affected.path() == null ? "<br>" : "<small>");
        if (affected.path() != null) {
            html.text(affected.path(), SHORT).markup("</small>");
        }
    }

    private void rest(List<AffectedPackage> packages) throws IOException {
        html.markup("<details><summary>").text(Numbers.of(packages.size(), "more package"));
        html.markup("</summary>");
        for (AffectedPackage affected : packages.subList(0, Math.min(PACKAGES_LISTED, packages.size()))) {
            html.text(affected.name(), SHORT).markup(" ").text(affected.installedVersion(), SHORT);
            html.markup(" → ").text(affected.fixedVersion() == null ? "no fix known" : affected.fixedVersion(), SHORT);
            html.markup("<br>");
        }
        html.markup(packages.size() > PACKAGES_LISTED ? "…</details>" : "</details>");
    }

    private void lines(List<String> texts, String instead) throws IOException {
        String separator = "";
        for (String text : texts.stream().distinct().toList()) {
            html.markup(separator).text(text.isEmpty() ? instead : text, SHORT);
            separator = "<br>";
        }
    }

    private static String score(@Nullable Double score) {
        return score == null ? "–" : Numbers.plain(score);
    }
}
