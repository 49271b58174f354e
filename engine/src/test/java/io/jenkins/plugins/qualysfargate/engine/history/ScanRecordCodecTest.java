package io.jenkins.plugins.qualysfargate.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Novelty;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Waived;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanRecordCodecTest {
    static final Path SAMPLE = Path.of("../contracts/samples/history/scan-record-v1.json");

    private static final ScanReport REPORT = ScanReportCodecTest.full();

    /** Every part filled. */
    static ScanRecord full() {
        Judgement judgement = new Judgement(
                new Verdict.Fail(
                        List.of(new Violation(
                                "limits.critical",
                                "178901 zlib1g 1:1.2.11.dfsg",
                                Severity.CRITICAL,
                                "1 critical finding, at most 0 are allowed",
                                "update zlib1g to 1:1.2.13")),
                        7),
                new SeverityCounts(Map.of(Severity.CRITICAL, 1L, Severity.UNKNOWN, 1L)),
                1,
                List.of(new Waived("QID-2", Severity.UNKNOWN, "EX-1", "team-payments", "2026-12-31")),
                List.of("The exception EX-1 runs out soon."),
                new Novelty(1, 2, 3, 4));
        return new ScanRecord(
                new ScanId("scan-1"),
                new JudgedImage(
                        "registry.example/payments-api:1.4.2",
                        Scans.digest('a'),
                        Platform.parse("linux/arm64/v8"),
                        REPORT,
                        judgement,
                        Instant.parse("2025-01-22T12:00:03.123456789Z"),
                        "a scan"),
                "strict",
                "f00d",
                "4.8.0-2",
                Set.of(ScanType.PKG, ScanType.SECRET),
                Instant.parse("2025-01-21T00:00:00Z"),
                Instant.parse("2025-01-22T12:00:02.2Z"));
    }

    private static byte[] gzip(String plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String plain(byte[] zipped) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        for (ScanRecord scan : List.of(
                full(),
                Scans.passing("one").make(),
                Scans.failing("two").named(null).make())) {
            assertThat(ScanRecordCodec.read(
                            ScanRecordCodec.write(scan), scan.image().report(), "x"))
                    .isEqualTo(scan);
        }
        ScanRecord broken = Scans.broken("three").make();
        assertThat(ScanRecordCodec.read(ScanRecordCodec.write(broken), null, "x"))
                .isEqualTo(broken);
    }

    @Test
    void readsRecordSavedBySchema1() throws IOException {
        assertThat(ScanRecordCodec.read(gzip(Files.readString(SAMPLE)), REPORT, "x"))
                .isEqualTo(full());
    }

    @Test
    void shouldWriteWhatTheGoldenSampleSays() throws IOException {
        assertThat(JsonItem.MAPPER.readTree(plain(ScanRecordCodec.write(full()))))
                .isEqualTo(JsonItem.MAPPER.readTree(Files.readString(SAMPLE)));
    }

    @Test
    void shouldNotReadAPassWithoutItsReport() throws IOException {
        byte[] bytes = ScanRecordCodec.write(Scans.passing("one").make());

        assertThatThrownBy(() -> ScanRecordCodec.read(bytes, null, "x"))
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining("without a report the verdict is indeterminate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"schemaVersion\":1 -> \"schemaVersion\":2",
                "\"verdict\":\"FAIL\" -> \"verdict\":\"OK\"",
                "\"violations\":[ -> \"others\":[",
                "\"omitted\":7, -> ",
                "\"critical\":1, -> ",
                "\"secrets\":1 -> \"secrets\":null",
                "\"judgedAt\" -> \"judged\""
            })
    void shouldRefuseARecordInWhichOneThingIsWrong(String change) throws IOException {
        String[] sides = change.split(" -> ", -1);
        String json = plain(ScanRecordCodec.write(full()));
        assertThat(json).contains(sides[0]);
        byte[] bytes = gzip(json.replace(sides[0], sides[1]));

        assertThatThrownBy(() -> ScanRecordCodec.read(bytes, REPORT, "x")).isInstanceOf(CorruptHistoryException.class);
    }

    @Test
    void shouldRefuseEveryPrefixOfARecord() throws IOException {
        byte[] whole = ScanRecordCodec.write(full());
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ScanRecordCodec.read(part, REPORT, "x"))
                    .as("%d bytes", length)
                    .isInstanceOf(CorruptHistoryException.class);
        }
    }
}
