package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One image as one SARIF run. */
final class SarifRun {
    private final JudgedImage image;
    private final @Nullable ScanReport report;
    private final Verdict.@Nullable Indeterminate unknown;
    private final NewFindings newFindings;
    private final JsonOut json;

    SarifRun(JudgedImage image, NewFindings newFindings, JsonOut json) {
        this.image = image;
        this.report = image.report();
        this.unknown = Verdicts.indeterminate(image.verdict());
        this.newFindings = newFindings;
        this.json = json;
    }

    void write() throws IOException {
        json.startObject();
        tool();
        automation();
        invocation();
        results();
        properties();
        json.endObject();
    }

    private void tool() throws IOException {
        json.startObject("tool").startObject("driver");
        String scanner = report == null || report.scanner().isEmpty() ? "qualys-fargate" : report.scanner();
        json.text("name", scanner);
        if (report != null && !report.scannerVersion().isEmpty()) {
            json.text("version", report.scannerVersion());
        }
        json.startArray("rules");
        new SarifRules(json).write(report, unknown);
        json.endArray().endObject().endObject();
    }

    /** Without an id of its own, a later run replaces the earlier one in code-scanning services. */
    private void automation() throws IOException {
        json.startObject("automationDetails").text("id", "qualys-fargate/" + image.displayName() + "/");
        json.endObject();
    }

    private void invocation() throws IOException {
        json.startArray("invocations").startObject().flag("executionSuccessful", unknown == null);
        json.textIfKnown("endTimeUtc", report == null ? null : report.scannedAt());
        json.startArray("toolExecutionNotifications");
        if (unknown != null) {
            notification("error", unknown.message() + " " + unknown.howToFix());
        }
        for (String warning : image.judgement().warnings()) {
            notification("warning", warning);
        }
        json.endArray().endObject().endArray();
    }

    private void notification(String level, String text) throws IOException {
        json.startObject().text("level", level);
        json.startObject("message").text("text", text).endObject().endObject();
    }

    private void results() throws IOException {
        String place = SarifLocation.uri(image.name() == null ? image.source() : image.name());
        SarifResults results = new SarifResults(json, place);
        json.startArray("results");
        if (unknown != null) {
            results.indeterminate(unknown);
        }
        if (report != null) {
            Waivers waivers = new Waivers(image.judgement().waived());
            for (Finding finding : report.findings()) {
                results.finding(finding, waivers.of(finding), newFindings);
            }
            for (Secret secret : report.secrets()) {
                results.secret(secret);
            }
            for (Malware malware : report.malware()) {
                results.malware(malware);
            }
        }
        json.endArray();
    }

    private void properties() throws IOException {
        json.startObject("properties");
        json.textIfKnown("imageName", image.name());
        json.textIfKnown("imageDigest", image.digest());
        json.textIfKnown("imageID", report == null ? null : report.image().imageId());
        json.startObject("qualysFargate");
        new ImageJson(image, json).write();
        json.endObject().endObject();
    }
}
