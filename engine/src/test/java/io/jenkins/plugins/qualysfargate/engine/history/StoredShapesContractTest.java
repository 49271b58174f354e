package io.jenkins.plugins.qualysfargate.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
