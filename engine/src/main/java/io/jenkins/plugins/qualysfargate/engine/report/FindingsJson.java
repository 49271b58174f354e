package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Every finding, secret and malware of one report; null for an image without a report. */
final class FindingsJson {
    private final JsonOut json;

    FindingsJson(JsonOut json) {
        this.json = json;
    }

    void write(@Nullable ScanReport report) throws IOException {
        if (report == null) {
            json.text("findingDetails", null).text("secretDetails", null).text("malwareDetails", null);
            return;
        }
        json.startArray("findingDetails");
        for (Finding finding : report.findings()) {
            finding(finding);
        }
        json.endArray();
        json.startArray("secretDetails");
        for (Secret secret : report.secrets()) {
            secret(secret);
        }
        json.endArray();
        json.startArray("malwareDetails");
        for (Malware malware : report.malware()) {
            json.startObject().text("name", malware.name());
            json.text("severity", malware.severity().word())
                    .text("path", malware.path())
                    .endObject();
        }
        json.endArray();
    }

    private void finding(Finding finding) throws IOException {
        json.startObject().text("id", finding.id());
        json.text("severity", finding.severity().word()).text("title", finding.title());
        json.texts("cves", finding.cves()).decimal("qds", finding.qds()).decimal("cvss", finding.cvss());
        json.flag("fixable", finding.fixable());
        json.flag("potential", finding.potential()).flag("suppressed", finding.suppressed());
        json.startArray("packages");
        for (AffectedPackage affected : finding.packages()) {
            json.startObject().text("name", affected.name());
            json.text("installedVersion", affected.installedVersion());
            json.text("fixedVersion", affected.fixedVersion());
            json.text("path", affected.path()).text("layer", affected.layer()).endObject();
        }
        json.endArray().endObject();
    }

    private void secret(Secret secret) throws IOException {
        json.startObject().text("ruleId", secret.ruleId()).text("category", secret.category());
        json.text("severity", secret.severity().word()).text("title", secret.title());
        json.text("path", secret.path()).number("startLine", secret.startLine());
        json.number("endLine", secret.endLine()).endObject();
    }
}
