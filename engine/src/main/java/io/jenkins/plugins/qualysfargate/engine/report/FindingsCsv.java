package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes RFC 4180 with a header row. Each image begins with a row of type {@code verdict}, so that a file without
 * findings does not look like one without problems; then come its violations, findings (a row per package), secrets and
 * malware. No cell can be taken for a formula.
 */
public final class FindingsCsv implements ReportWriter {
    /** The columns, in their order. */
    static final List<String> COLUMNS = List.of(
            "image",
            "digest",
            "platform",
            "verdict",
            "type",
            "id",
            "severity",
            "title",
            "cves",
            "qds",
            "cvss",
            "package",
            "installed_version",
            "fixed_version",
            "path",
            "layer",
            "new",
            "potential",
            "suppressed",
            "exception",
            "how_to_fix");

    private final KnownFindings known;

    public FindingsCsv(KnownFindings known) {
        this.known = known;
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvRow.header(text, COLUMNS);
        for (JudgedImage image : outcome.images()) {
            image(image, text);
        }
        text.flush();
    }

    private void image(JudgedImage image, Appendable out) throws IOException {
        var unknown = Verdicts.indeterminate(image.verdict());
        row(image, "verdict")
                .put("id", unknown == null ? "" : unknown.cause().name())
                .put("title", image.verdict().reason())
                .put("how_to_fix", unknown == null ? "" : unknown.howToFix())
                .writeTo(out);
        for (Violation violation : Verdicts.violations(image.verdict())) {
            row(image, "violation")
                    .put("id", violation.rule())
                    .put("severity", violation.severity().word())
                    .put("title", violation.subject() + ": " + violation.message())
                    .put("how_to_fix", violation.howToFix())
                    .writeTo(out);
        }
        ScanReport report = image.report();
        if (report != null) {
            findings(image, report, out);
            filesOf(image, report, out);
        }
    }

    private void findings(JudgedImage image, ScanReport report, Appendable out) throws IOException {
        Waivers waivers = new Waivers(image.judgement().waived());
        NewFindings newFindings = new NewFindings(known, image);
        for (Finding finding : report.findings()) {
            CsvRow row = row(image, "finding")
                    .put("id", finding.id())
                    .put("severity", finding.severity().word())
                    .put("title", finding.title())
                    .put("cves", String.join(" ", finding.cves()))
                    .put("qds", number(finding.qds()))
                    .put("cvss", number(finding.cvss()))
                    .put("new", newFindings.known() ? Boolean.toString(newFindings.contains(finding)) : "")
                    .put("potential", Boolean.toString(finding.potential()))
                    .put("suppressed", Boolean.toString(finding.suppressed()))
                    .put("exception", exceptions(waivers.of(finding)));
            if (finding.packages().isEmpty()) {
                row.writeTo(out);
            }
            for (AffectedPackage affected : finding.packages()) {
                row.put("package", affected.name())
                        .put("installed_version", affected.installedVersion())
                        .put("fixed_version", affected.fixedVersion())
                        .put("path", affected.path())
                        .put("layer", affected.layer())
                        .writeTo(out);
            }
        }
    }

    private static void filesOf(JudgedImage image, ScanReport report, Appendable out) throws IOException {
        for (Secret secret : report.secrets()) {
            row(image, "secret")
                    .put("id", secret.ruleId())
                    .put("severity", secret.severity().word())
                    .put("title", secret.title())
                    .put("path", secret.path() + (secret.startLine() > 0 ? ":" + secret.startLine() : ""))
                    .writeTo(out);
        }
        for (Malware malware : report.malware()) {
            row(image, "malware")
                    .put("severity", malware.severity().word())
                    .put("title", malware.name())
                    .put("path", malware.path())
                    .writeTo(out);
        }
    }

    private static CsvRow row(JudgedImage image, String type) {
        return new CsvRow(COLUMNS)
                .put("image", image.name() == null ? image.source() : image.name())
                .put("digest", image.digest() == null ? "" : image.digest().value())
                .put(
                        "platform",
                        image.platform() == null ? "" : image.platform().toString())
                .put("verdict", image.verdict().kind().name())
                .put("type", type);
    }

    private static String exceptions(List<Judgement.Waived> waivers) {
        return String.join(
                " ",
                waivers.stream().map(Judgement.Waived::exception).distinct().toList());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : Numbers.plain(value);
    }
}
