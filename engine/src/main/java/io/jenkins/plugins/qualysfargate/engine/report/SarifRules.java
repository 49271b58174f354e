package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a run: one per finding, and one per kind of secret and malware. */
final class SarifRules {
    /** The rule of the one result that an image without an answer has. */
    static final String INDETERMINATE = "qualys-fargate/indeterminate";

    private final JsonOut json;

    SarifRules(JsonOut json) {
        this.json = json;
    }

    static String idOf(Secret secret) {
        return "secret/" + secret.ruleId();
    }

    static String idOf(Malware malware) {
        return "malware/" + malware.name();
    }

    void write(@Nullable ScanReport report, Verdict.@Nullable Indeterminate unknown) throws IOException {
        if (unknown != null) {
            rule(INDETERMINATE, "There is no answer for this image", unknown.howToFix(), Severity.UNKNOWN);
            json.startObject("properties").texts("tags", List.of("security")).endObject();
            json.endObject();
        }
        if (report == null) {
            return;
        }
        for (Finding finding : report.findings()) {
            finding(finding);
        }
        Set<String> written = new HashSet<>();
        for (Secret secret : report.secrets()) {
            if (written.add(idOf(secret))) {
                plain(
                        idOf(secret),
                        secret.title(),
                        "Remove the secret from the image and revoke it.",
                        secret.severity());
            }
        }
        for (Malware malware : report.malware()) {
            if (written.add(idOf(malware))) {
                plain(idOf(malware), malware.name(), "Find out how the file came into the image.", malware.severity());
            }
        }
    }

    private void finding(Finding finding) throws IOException {
        String cves = finding.cves().isEmpty() ? "" : " (" + String.join(", ", finding.cves()) + ")";
        rule(finding.id(), finding.title(), finding.title() + cves, finding.severity());
        json.startObject("properties").texts("tags", List.of("security", "vulnerability"));
        json.textIfKnown("security-severity", SarifSeverity.score(finding.severity(), finding.cvss()));
        json.number("severity", SarifSeverity.qualys(finding.severity()));
        json.texts("cve-ids", finding.cves());
        // QScanner writes QDS as a text; so does this, for readers of its reports.
        Double qds = finding.qds();
        json.textIfKnown("qds", qds == null ? null : Numbers.plain(qds));
        if (finding.cvss() != null) {
            json.decimal("cvss", finding.cvss());
        }
        json.endObject().endObject();
    }

    private void plain(String id, String title, String help, Severity severity) throws IOException {
        rule(id, title, help, severity);
        json.startObject("properties").texts("tags", List.of("security"));
        json.textIfKnown("security-severity", SarifSeverity.score(severity, null));
        json.endObject().endObject();
    }

    private void rule(String id, String title, String help, Severity severity) throws IOException {
        json.startObject().text("id", id);
        json.startObject("shortDescription").text("text", title.isEmpty() ? id : title);
        json.endObject().startObject("help").text("text", help.isEmpty() ? id : help);
        json.endObject().startObject("defaultConfiguration");
        json.text("level", SarifSeverity.level(severity)).endObject();
    }
}
