package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One image in the summary. */
final class TextImage {
    private final JudgedImage image;
    private final Judgement judgement;
    private final TextPage page;
    private final int rows;

    TextImage(JudgedImage image, TextPage page, int rows) {
        this.image = image;
        this.judgement = image.judgement();
        this.page = page;
        this.rows = rows;
    }

    void write() throws IOException {
        Verdict verdict = image.verdict();
        int used = "[]  ".length() + verdict.kind().name().length();
        page.line(0, page.verdict(verdict.kind()) + "  " + page.bold(page.fit(image.displayName(), used)));
        if (image.digest() != null) {
            page.line(2, page.faint(image.digest().value()));
        }
        Verdict.Indeterminate unknown = Verdicts.indeterminate(verdict);
        if (unknown != null) {
            page.wrapped(2, "No answer:  ", unknown.message());
            page.wrapped(2, "What to do: ", unknown.howToFix());
        }
        violations(verdict);
        counts();
        ScanReport report = image.report();
        if (report != null) {
            findings(report);
        }
        for (String warning : judgement.warnings()) {
            page.wrapped(2, "Warning: ", warning);
        }
    }

    private void violations(Verdict verdict) throws IOException {
        List<Violation> violations = Verdicts.violations(verdict);
        if (violations.isEmpty()) {
            return;
        }
        page.line(2, page.bold("Why it failed"));
        for (Violation violation : violations.subList(0, Math.min(rows, violations.size()))) {
            page.marked(4, violation.severity(), violation.message());
            page.wrapped(6, "Rule: ", violation.rule() + ", on " + violation.subject());
            page.wrapped(6, "Fix:  ", violation.howToFix());
        }
        page.more(4, violations.size() - Math.min(rows, violations.size()) + Verdicts.omitted(verdict), "violation");
    }

    private void counts() throws IOException {
        SeverityCounts counts = judgement.counts();
        if (counts == null) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (counts.of(severity) > 0 || severity == Severity.CRITICAL) {
                parts.add(Numbers.grouped(counts.of(severity)) + " " + severity.word());
            }
        }
        page.wrapped(2, "Findings: ", Numbers.grouped(counts.total()) + " (" + String.join(", ", parts) + ")");
        Integer secrets = judgement.secrets();
        if (secrets != null && secrets > 0) {
            page.wrapped(2, "Secrets:  ", Numbers.grouped(secrets));
        }
        if (!judgement.waived().isEmpty()) {
            page.wrapped(2, "Waived:   ", Numbers.of(judgement.waived().size(), "finding") + " by exceptions");
        }
    }

    private void findings(ScanReport report) throws IOException {
        long count = report.findings().count();
        if (count == 0 || rows == 0) {
            return;
        }
        page.blank();
        TextTable table = new TextTable(page);
        table.header();
        long shown = new WorstFirst(report.findings()).visit(rows, finding -> row(table, finding));
        page.more(2, count - shown, "finding");
    }

    private static void row(TextTable table, Finding finding) throws IOException {
        if (finding.packages().isEmpty()) {
            table.row(finding.severity(), List.of(finding.id(), "-", "-", "-", finding.title()));
            return;
        }
        AffectedPackage first = finding.packages().get(0);
        int others = finding.packages().size() - 1;
        String fixed = first.fixedVersion() == null ? "no fix" : first.fixedVersion();
        String name = others == 0 ? first.name() : first.name() + " +" + others;
        table.row(finding.severity(), List.of(finding.id(), name, first.installedVersion(), fixed, finding.title()));
    }
}
