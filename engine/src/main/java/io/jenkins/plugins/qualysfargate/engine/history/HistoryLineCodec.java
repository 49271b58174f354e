package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A line as JSON of plain ASCII ({@code contracts/history-line.schema.json}) and back. */
public final class HistoryLineCodec {
    public static final int SCHEMA_VERSION = 1;

    private HistoryLineCodec() {}

    /** Writes a line; some kilobytes at most. */
    public static String write(HistoryLine line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonItem.MAPPER.createGenerator(text)) {
            write(json, line);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, HistoryLine line) throws IOException {
        ScanSummary scan = line.scan();
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("id", scan.id().value());
        FindingJson.writeText(json, "name", scan.name());
        ImageName image = line.image();
        if (image != null) {
            json.writeStringField("place", image.place());
            FindingJson.writeText(json, "tag", image.tag());
        }
        FindingJson.writeText(json, "digest", scan.digest());
        FindingJson.writeText(json, "platform", scan.platform());
        json.writeStringField("verdict", scan.verdict().name());
        json.writeStringField("reason", scan.reason());
        JudgementJson.writeNumbers(json, scan.counts(), scan.secrets());
        json.writeStringField("policyName", scan.policyName());
        json.writeStringField("source", scan.source());
        json.writeBooleanField("complete", scan.complete());
        json.writeStringField("scannedAt", scan.scannedAt().toString());
        json.writeStringField("judgedAt", scan.judgedAt().toString());
        JudgementJson.writeNovelty(json, line.novelty());
        json.writeEndObject();
    }

    /**
     * Reads a line.
     *
     * @param where what the text is, for messages
     * @throws CorruptHistoryException if it is not a line of a known schema
     */
    public static HistoryLine read(String text, String where) {
        return ScanReportCodec.reading(where, () -> {
            try (JsonParser json = JsonItem.MAPPER.createParser(text)) {
                json.nextToken();
                JsonItem item = JsonItem.next(json, "line");
                if (item.whole("schemaVersion") != SCHEMA_VERSION) {
                    throw new IllegalArgumentException("schema version " + item.whole("schemaVersion")
                            + " is not known here, only " + SCHEMA_VERSION
                            + ": it was written by another version of this program");
                }
                return line(item);
            }
        });
    }

    private static HistoryLine line(JsonItem item) {
        ScanSummary scan = new ScanSummary(
                new ScanId(item.text("id")),
                item.optionalText("name"),
                item.optional("digest", Digest::new),
                item.optional("platform", Platform::parse),
                item.word("verdict", VerdictKind.class),
                item.text("reason"),
                item.has("counts") ? JudgementJson.counts(item.object("counts")) : null,
                item.has("secrets") ? (Integer) item.small("secrets") : null,
                item.text("policyName"),
                item.text("source"),
                item.flag("complete"),
                item.instant("scannedAt"),
                item.instant("judgedAt"));
        return new HistoryLine(
                scan,
                item.has("place") ? new ImageName(item.text("place"), item.optionalText("tag")) : null,
                item.has("novelty") ? JudgementJson.novelty(item.object("novelty")) : null);
    }
}
