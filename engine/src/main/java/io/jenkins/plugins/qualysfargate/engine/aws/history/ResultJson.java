package io.jenkins.plugins.qualysfargate.engine.aws.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan as one line of JSON ({@code contracts/s3-scan-result.schema.json}) for readers that know the original scanner's
 * objects: its members in its order, then ours. Numbers of a scan that gave no answer are null, so that none of those
 * readers takes it for a clean one.
 */
final class ResultJson {
    static final int SCHEMA_VERSION = 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private ResultJson() {}

    static void write(ScanRecord scan, ResultPlace place, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            JudgedImage image = scan.image();
            json.writeStartObject();
            json.writeStringField("repository", place.repository());
            json.writeStringField("imageDigest", place.digest().value());
            json.writeStringField("imageTag", place.tag());
            json.writeStringField("accountId", place.accountId());
            json.writeStringField("region", place.region());
            json.writeStringField("scannedAt", ResultNumbers.scannedAt(scan));
            json.writeObjectFieldStart("scanResults");
            ResultNumbers numbers = ResultNumbers.of(scan);
            for (ResultNumbers.Named each : numbers.documented()) {
                number(json, each);
            }
            writeFindings(json, numbers.known() ? image.report() : null);
            for (ResultNumbers.Named each : numbers.added()) {
                number(json, each);
            }
            json.writeEndObject();
            json.writeStringField("status", ResultNumbers.status(scan));
            json.writeStringField("reason", image.verdict().reason());
            json.writeStringField("verdict", image.verdict().kind().name());
            json.writeStringField("scannerVersion", scan.scannerVersion());
            writeTypes(json, scan);
            json.writeStringField(
                    "platform",
                    image.platform() == null ? null : image.platform().toString());
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("scanId", scan.id().value());
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void number(JsonGenerator json, ResultNumbers.Named number) throws IOException {
        if (number.value() == null) {
            json.writeNullField(number.name());
        } else {
            json.writeNumberField(number.name(), number.value());
        }
    }

    // What was really looked for; only a report knows.
    private static void writeTypes(JsonGenerator json, ScanRecord scan) throws IOException {
        json.writeArrayFieldStart("scanTypes");
        ScanReport report = scan.image().report();
        if (report != null) {
            for (ScanType type : report.scanTypes().stream().sorted().toList()) {
                json.writeString(type.word());
            }
        }
        json.writeEndArray();
    }

    private static void writeFindings(JsonGenerator json, @Nullable ScanReport report) throws IOException {
        if (report == null) {
            json.writeNullField("findings");
            return;
        }
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            write(json, finding);
        }
        for (Secret secret : report.secrets()) {
            json.writeStartObject();
            json.writeStringField("type", "secret");
            json.writeStringField("category", secret.category());
            json.writeStringField("file", secret.path());
            json.writeNumberField("line", secret.startLine());
            json.writeEndObject();
        }
        for (Malware malware : report.malware()) {
            json.writeStartObject();
            json.writeStringField("type", "malware");
            json.writeStringField("name", malware.name());
            json.writeStringField("severity", malware.severity().word());
            json.writeStringField("file", malware.path());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    // One for each finding, as it is counted; the id is a CVE where there is one, because that is what readers look
    // for.
    private static void write(JsonGenerator json, Finding finding) throws IOException {
        List<AffectedPackage> packages = finding.packages();
        AffectedPackage first = packages.isEmpty() ? null : packages.get(0);
        json.writeStartObject();
        json.writeStringField("type", "vulnerability");
        json.writeStringField(
                "id", finding.cves().isEmpty() ? finding.id() : finding.cves().get(0));
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("package", first == null ? "" : first.name());
        json.writeStringField("version", first == null ? "" : first.installedVersion());
        json.writeStringField("rule", finding.id());
        if (finding.cves().size() > 1) {
            json.writeArrayFieldStart("cves");
            for (String cve : finding.cves()) {
                json.writeString(cve);
            }
            json.writeEndArray();
        }
        if (packages.size() > 1) {
            json.writeArrayFieldStart("otherPackages");
            for (AffectedPackage other : packages.subList(1, packages.size())) {
                json.writeStartObject();
                json.writeStringField("package", other.name());
                json.writeStringField("version", other.installedVersion());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
