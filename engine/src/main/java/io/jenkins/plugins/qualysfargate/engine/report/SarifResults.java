package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import java.util.List;

/** The results of one run: a finding is one result, whatever the number of its packages. */
final class SarifResults {
    private final JsonOut json;
    private final String imageUri;

    /** @param imageUri where a result is placed that knows no file */
    SarifResults(JsonOut json, String imageUri) {
        this.json = json;
        this.imageUri = imageUri;
    }

    void indeterminate(Verdict.Indeterminate unknown) throws IOException {
        start(SarifRules.INDETERMINATE, Severity.UNKNOWN, unknown.message() + " " + unknown.howToFix());
        location(imageUri, 0, 0, List.of());
        json.startObject("properties")
                .text("cause", unknown.cause())
                .endObject()
                .endObject();
    }

    void finding(Finding finding, List<Judgement.Waived> waivers, NewFindings newFindings) throws IOException {
        start(finding.id(), finding.severity(), message(finding));
        String path = finding.packages().stream()
                .map(AffectedPackage::path)
                .filter(each -> each != null)
                .findFirst()
                .map(SarifLocation::uri)
                .orElse(imageUri);
        location(path, 0, 0, finding.packages());
        if (newFindings.known()) {
            json.text("baselineState", newFindings.contains(finding) ? "new" : "unchanged");
        }
        suppressions(finding, waivers);
        json.startObject("properties").number("severity", SarifSeverity.qualys(finding.severity()));
        json.text("typeDetected", finding.potential() ? "POTENTIAL" : "CONFIRMED");
        json.startArray("vulnerableSoftware");
        for (AffectedPackage affected : finding.packages()) {
            json.startObject().text("name", affected.name());
            json.text("installedVersion", affected.installedVersion());
            json.textIfKnown("fixedVersion", affected.fixedVersion());
            json.textIfKnown("layerSHA", affected.layer());
            json.textIfKnown("path", affected.path()).endObject();
        }
        json.endArray().endObject().endObject();
    }

    void secret(Secret secret) throws IOException {
        start(SarifRules.idOf(secret), secret.severity(), "Secret in the image: " + secret.title());
        location(SarifLocation.uri(secret.path()), secret.startLine(), secret.endLine(), List.of());
        json.endObject();
    }

    void malware(Malware malware) throws IOException {
        start(SarifRules.idOf(malware), malware.severity(), "Malware in the image: " + malware.name());
        location(SarifLocation.uri(malware.path()), 0, 0, List.of());
        json.endObject();
    }

    private void start(String rule, Severity severity, String message) throws IOException {
        json.startObject().text("ruleId", rule).text("level", SarifSeverity.level(severity));
        json.startObject("message").text("text", message).endObject();
    }

    private static String message(Finding finding) {
        String title = finding.title().isEmpty() ? finding.id() : finding.title();
        if (finding.packages().isEmpty()) {
            return title;
        }
        AffectedPackage first = finding.packages().get(0);
        String fix = first.fixedVersion() == null ? "no fix known" : "fixed in " + first.fixedVersion();
        int others = finding.packages().size() - 1;
        String more = others == 0 ? "" : " and " + Numbers.of(others, "more package");
        return title + " in " + (first.name() + " " + first.installedVersion()).strip() + " (" + fix + ")" + more;
    }

    private void location(String uri, int startLine, int endLine, List<AffectedPackage> packages) throws IOException {
        json.startArray("locations").startObject().startObject("physicalLocation");
        json.startObject("artifactLocation").text("uri", uri).endObject();
        if (startLine > 0) {
            json.startObject("region").number("startLine", startLine);
            json.number("endLine", Math.max(startLine, endLine)).endObject();
        }
        json.endObject();
        if (!packages.isEmpty()) {
            json.startArray("logicalLocations");
            List<String> names =
                    packages.stream().map(AffectedPackage::name).distinct().toList();
            for (String name : names) {
                json.startObject().text("fullyQualifiedName", name);
                json.text("kind", "package").endObject();
            }
            json.endArray();
        }
        json.endObject().endArray();
    }

    private void suppressions(Finding finding, List<Judgement.Waived> waivers) throws IOException {
        if (waivers.isEmpty() && !finding.suppressed()) {
            return;
        }
        json.startArray("suppressions");
        for (Judgement.Waived waived : waivers) {
            suppression("Exception " + waived.exception() + " of the policy, owner " + waived.owner() + ", expires "
                    + waived.expires());
        }
        if (finding.suppressed()) {
            suppression("Accepted in the scanner's own report");
        }
        json.endArray();
    }

    private void suppression(String justification) throws IOException {
        json.startObject().text("kind", "external").text("status", "accepted");
        json.text("justification", justification).endObject();
    }
}
