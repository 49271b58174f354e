package io.jenkins.plugins.qualysfargate.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The stored JSON, the golden samples and the schemas of the contract say the same. */
class StoredShapesContractTest {
    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../contracts/" + name)));
    }

    private static JsonNode unzipped(byte[] bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JsonItem.MAPPER.readTree(in);
        }
    }

    @Test
    void shouldKeepReportsInTheShapeOfTheContract() throws IOException {
        JsonSchema schema = schema("scan-report.schema.json");

        assertThat(schema.validate(JsonItem.MAPPER.readTree(Files.readString(ScanReportCodecTest.SAMPLE))))
                .isEmpty();
        assertThat(schema.validate(unzipped(ScanReportCodecTest.written(ScanReportCodecTest.full()))))
                .isEmpty();
        assertThat(schema.validate(JsonItem.MAPPER.readTree("{\"schemaVersion\":2}")))
                .isNotEmpty();
    }

    @Test
    void shouldKeepLinesInTheShapeOfTheContract() throws IOException {
        JsonSchema schema = schema("history-line.schema.json");

        for (ScanRecord scan : List.of(
                ScanRecordCodecTest.full(),
                Scans.passing("one").make(),
                Scans.broken("two").named(null).make(),
                Scans.failing("three").named("\u0000\ud800" + "x".repeat(5000)).make())) {
            HistoryLine line = HistoryLine.of(scan);
            String text = HistoryLineCodec.write(line);

            assertThat(schema.validate(JsonItem.MAPPER.readTree(text))).isEmpty();
            assertThat(text).isPrintable();
            assertThat(HistoryLineCodec.read(text, "line")).isEqualTo(line);
        }
        assertThat(schema.validate(JsonItem.MAPPER.readTree("{\"schemaVersion\":2}")))
                .isNotEmpty();
    }

    @Test
    void shouldReadTheLineThatVersionOneWrote() throws IOException {
        String text = Files.readString(Path.of("../contracts/samples/history/history-line-v1.json"));

        assertThat(HistoryLineCodec.read(text, "sample")).isEqualTo(HistoryLine.of(ScanRecordCodecTest.full()));
        assertThatThrownBy(() ->
                        HistoryLineCodec.read(text.replace("\"schemaVersion\":1", "\"schemaVersion\":2"), "sample"))
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining("schema version 2");
        assertThatThrownBy(() -> HistoryLineCodec.read(text.substring(0, 50), "sample"))
                .isInstanceOf(CorruptHistoryException.class);
    }

    @Test
    void shouldKeepFirstSightsInPieces() throws IOException {
        List<FindingIdentity> identities = IntStream.range(0, 1_000)
                .mapToObj(i -> new FindingIdentity("id-" + i, "\ud800" + i))
                .toList();
        List<FindingIdentity> read = new ArrayList<>();
        List<byte[]> pieces = SightingsCodec.write(identities, 10_000);
        for (byte[] piece : pieces) {
            read.addAll(SightingsCodec.read(piece, "piece"));
        }

        assertThat(read).isEqualTo(identities);
        assertThat(pieces).hasSizeBetween(5, 20);
        assertThatThrownBy(() -> SightingsCodec.read(new byte[] {1}, "piece"))
                .isInstanceOf(CorruptHistoryException.class);
    }

    @Test
    void shouldKeepRecordsInTheShapeOfTheContract() throws IOException {
        JsonSchema schema = schema("scan-record.schema.json");

        assertThat(schema.validate(JsonItem.MAPPER.readTree(Files.readString(ScanRecordCodecTest.SAMPLE))))
                .isEmpty();
        assertThat(schema.validate(
                        unzipped(ScanRecordCodec.write(Scans.passing("one").make()))))
                .isEmpty();
        assertThat(schema.validate(
                        unzipped(ScanRecordCodec.write(Scans.broken("two").make()))))
                .isEmpty();
        assertThat(schema.validate(JsonItem.MAPPER.readTree("{\"judgement\":{\"verdict\":\"FAIL\"}}")))
                .isNotEmpty();
    }
}
