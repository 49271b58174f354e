package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One finding as JSON and back; what is null is left out. */
final class FindingJson {
    private FindingJson() {}

    static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("title", finding.title());
        json.writeArrayFieldStart("cves");
        for (String cve : finding.cves()) {
            json.writeString(cve);
        }
        json.writeEndArray();
        writeScore(json, "qds", finding.qds());
        writeScore(json, "cvss", finding.cvss());
        json.writeArrayFieldStart("packages");
        for (AffectedPackage each : finding.packages()) {
            write(json, each);
        }
        json.writeEndArray();
        json.writeBooleanField("potential", finding.potential());
        json.writeBooleanField("suppressed", finding.suppressed());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, AffectedPackage affected) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", affected.name());
        json.writeStringField("installedVersion", affected.installedVersion());
        writeText(json, "fixedVersion", affected.fixedVersion());
        writeText(json, "path", affected.path());
        writeText(json, "layer", affected.layer());
        json.writeEndObject();
    }

    static void writeText(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    // JSON has no word for infinity or for no number.
    private static void writeScore(JsonGenerator json, String field, @Nullable Double value) throws IOException {
        if (value != null && Double.isFinite(value)) {
            json.writeNumberField(field, value);
        }
    }

    static Finding read(JsonItem item) {
        return new Finding(
                item.text("id"),
                item.word("severity", Severity.class),
                item.text("title"),
                item.texts("cves"),
                item.optionalNumber("qds"),
                item.optionalNumber("cvss"),
                item.items("packages", FindingJson::readPackage),
                item.flag("potential"),
                item.flag("suppressed"));
    }

    private static AffectedPackage readPackage(JsonItem item) {
        return new AffectedPackage(
                item.text("name"),
                item.text("installedVersion"),
                item.optionalText("fixedVersion"),
                item.optionalText("path"),
                item.optionalText("layer"));
    }
}
