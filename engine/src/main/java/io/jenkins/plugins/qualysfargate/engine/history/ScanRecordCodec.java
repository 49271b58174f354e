package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A record without its report, judgement included, as gzip-compressed JSON ({@code contracts/scan-record.schema.json})
 * and back.
 */
public final class ScanRecordCodec {
    public static final int SCHEMA_VERSION = 1;

    private ScanRecordCodec() {}

    /** Writes everything but the report. */
    public static byte[] write(ScanRecord scan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonItem.MAPPER.createGenerator(new GZIPOutputStream(bytes))) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("id", scan.id().value());
            JudgedImage image = scan.image();
            FindingJson.writeText(json, "name", image.name());
            FindingJson.writeText(json, "digest", image.digest());
            FindingJson.writeText(json, "platform", image.platform());
            json.writeStringField("source", image.source());
            json.writeStringField("judgedAt", image.judgedAt().toString());
            json.writeStringField("scannedAt", scan.scannedAt().toString());
            FindingJson.writeText(json, "feedDate", scan.feedDate());
            json.writeStringField("policyName", scan.policyName());
            json.writeStringField("policyFingerprint", scan.policyFingerprint());
            FindingJson.writeText(json, "scannerVersion", scan.scannerVersion());
            json.writeArrayFieldStart("requestedScanTypes");
            for (ScanType type : scan.requestedScanTypes().stream().sorted().toList()) {
                json.writeString(type.word());
            }
            json.writeEndArray();
            json.writeFieldName("judgement");
            JudgementJson.write(json, image.judgement());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * Puts a record together again.
     *
     * @param report the report that belongs to it; null if it was recorded without one
     * @param where what the bytes are, for messages
     * @throws CorruptHistoryException if they are not a record of a known schema
     */
    public static ScanRecord read(byte[] bytes, @Nullable ScanReport report, String where) {
        return read(bytes, where, item -> record(item, report));
    }

    /**
     * Only what was said of the scan, without its report.
     *
     * @param where what the bytes are, for messages
     * @throws CorruptHistoryException if they are not a record of a known schema
     */
    static Judgement readJudgement(byte[] bytes, String where) {
        return read(bytes, where, item -> JudgementJson.read(item.object("judgement")));
    }

    private static <T> T read(byte[] bytes, String where, Function<JsonItem, T> reading) {
        return ScanReportCodec.reading(where, () -> {
            try (JsonParser json = JsonItem.MAPPER.createParser(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
                json.nextToken();
                JsonItem item = JsonItem.next(json, "record");
                if (item.whole("schemaVersion") != SCHEMA_VERSION) {
                    throw new JsonParseException(
                            json,
                            "schema version " + item.whole("schemaVersion") + " is not known here, only "
                                    + SCHEMA_VERSION + ": it was written by another version of this program");
                }
                // Reading to the very end makes gzip check its sum.
                ReportHead.expect(json, json.nextToken(), null);
                return reading.apply(item);
            }
        });
    }

    private static ScanRecord record(JsonItem item, @Nullable ScanReport report) {
        JudgedImage image = new JudgedImage(
                item.optionalText("name"),
                item.optional("digest", Digest::new),
                item.optional("platform", Platform::parse),
                report,
                JudgementJson.read(item.object("judgement")),
                item.instant("judgedAt"),
                item.text("source"));
        return new ScanRecord(
                new ScanId(item.text("id")),
                image,
                item.text("policyName"),
                item.text("policyFingerprint"),
                item.optionalText("scannerVersion"),
                Set.copyOf(item.words("requestedScanTypes", ScanType.class)),
                item.optional("feedDate", Instant::parse),
                item.instant("scannedAt"));
    }
}
