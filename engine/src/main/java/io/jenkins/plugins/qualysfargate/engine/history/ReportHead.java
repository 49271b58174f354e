package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.PackageUrl;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a stored report says before its findings, filled while it is read. */
final class ReportHead {
    /** More than any image has; a list that is longer is damage. */
    private static final int LONGEST_LIST = 2_000_000;

    private boolean versionKnown;
    private @Nullable JsonItem scan;
    private List<Secret> secrets = List.of();
    private List<Malware> malware = List.of();
    private List<InstalledPackage> packages = List.of();

    /** Reads up to the first finding, so that the next token is its start or the end of the list. */
    void readUpToFindings(JsonParser json) throws IOException {
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "schemaVersion" -> versionKnown = checkVersion(json);
                case "scan" -> scan = JsonItem.next(json, "scan");
                case "secrets" -> secrets = list(json, "secret", ReportHead::secret);
                case "malware" -> malware = list(json, "malware", ReportHead::malware);
                case "packages" -> packages = list(json, "package", ReportHead::installed);
                case "findings" -> {
                    expect(json, json.currentToken(), JsonToken.START_ARRAY);
                    return;
                }
                default -> json.skipChildren();
            }
        }
        throw new JsonParseException(json, "there are no findings, not even an empty list");
    }

    private static boolean checkVersion(JsonParser json) throws IOException {
        if (json.getLongValue() != ScanReportCodec.SCHEMA_VERSION) {
            throw new JsonParseException(
                    json,
                    "schema version " + json.getLongValue() + " is not known here, only "
                            + ScanReportCodec.SCHEMA_VERSION + ": it was written by another version of this program");
        }
        return true;
    }

    static void expect(JsonParser json, @Nullable JsonToken actual, @Nullable JsonToken expected) throws IOException {
        if (actual != expected) {
            throw new JsonParseException(
                    json,
                    (expected == null ? "the end" : expected) + " was expected, not "
                            + (actual == null ? "the end" : actual));
        }
    }

    private static <T> List<T> list(JsonParser json, String what, Function<JsonItem, T> reading) throws IOException {
        expect(json, json.currentToken(), JsonToken.START_ARRAY);
        List<T> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(reading.apply(JsonItem.next(json, what)));
            if (list.size() > LONGEST_LIST) {
                throw new JsonParseException(json, "more than " + LONGEST_LIST + " times " + what);
            }
        }
        return list;
    }

    private static Secret secret(JsonItem item) {
        return new Secret(
                item.text("ruleId"),
                item.text("category"),
                item.word("severity", Severity.class),
                item.text("title"),
                item.text("path"),
                item.small("startLine"),
                item.small("endLine"));
    }

    private static Malware malware(JsonItem item) {
        return new Malware(item.text("name"), item.word("severity", Severity.class), item.text("path"));
    }

    private static InstalledPackage installed(JsonItem item) {
        return new InstalledPackage(item.text("name"), item.text("version"), item.optional("purl", PackageUrl::new));
    }

    long findingCount() {
        return known().whole("findingCount");
    }

    ScanReport with(Findings findings) {
        JsonItem item = known();
        return new ScanReport(
                new ScannedImage(
                        item.optionalText("name"),
                        item.optional("digest", Digest::new),
                        item.optional("imageId", Digest::new),
                        item.optional("platform", Platform::parse)),
                item.text("scanner"),
                item.text("scannerVersion"),
                Set.copyOf(item.words("scanTypes", ScanType.class)),
                findings,
                secrets,
                malware,
                packages,
                item.optional("scannedAt", Instant::parse));
    }

    private JsonItem known() {
        if (scan == null || !versionKnown) {
            throw new IllegalArgumentException("schemaVersion or scan is missing before the findings");
        }
        return scan;
    }

    static void write(JsonGenerator json, ScanReport report) throws IOException {
        json.writeNumberField("schemaVersion", ScanReportCodec.SCHEMA_VERSION);
        json.writeObjectFieldStart("scan");
        FindingJson.writeText(json, "name", report.image().name());
        FindingJson.writeText(json, "digest", report.image().digest());
        FindingJson.writeText(json, "imageId", report.image().imageId());
        FindingJson.writeText(json, "platform", report.image().platform());
        json.writeStringField("scanner", report.scanner());
        json.writeStringField("scannerVersion", report.scannerVersion());
        json.writeArrayFieldStart("scanTypes");
        for (String word :
                report.scanTypes().stream().sorted().map(ScanType::word).toList()) {
            json.writeString(word);
        }
        json.writeEndArray();
        FindingJson.writeText(json, "scannedAt", report.scannedAt());
        json.writeNumberField("findingCount", report.findings().count());
        json.writeEndObject();
        writeSecrets(json, report);
        writeMalware(json, report);
        writePackages(json, report);
    }

    private static void writeSecrets(JsonGenerator json, ScanReport report) throws IOException {
        json.writeArrayFieldStart("secrets");
        for (Secret each : report.secrets()) {
            json.writeStartObject();
            json.writeStringField("ruleId", each.ruleId());
            json.writeStringField("category", each.category());
            json.writeStringField("severity", each.severity().word());
            json.writeStringField("title", each.title());
            json.writeStringField("path", each.path());
            json.writeNumberField("startLine", each.startLine());
            json.writeNumberField("endLine", each.endLine());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMalware(JsonGenerator json, ScanReport report) throws IOException {
        json.writeArrayFieldStart("malware");
        for (Malware each : report.malware()) {
            json.writeStartObject();
            json.writeStringField("name", each.name());
            json.writeStringField("severity", each.severity().word());
            json.writeStringField("path", each.path());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writePackages(JsonGenerator json, ScanReport report) throws IOException {
        json.writeArrayFieldStart("packages");
        for (InstalledPackage each : report.packages()) {
            json.writeStartObject();
            json.writeStringField("name", each.name());
            json.writeStringField("version", each.version());
            FindingJson.writeText(json, "purl", each.url());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
