package io.jenkins.plugins.qualysfargate.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReportCodecTest {
    static final Path SAMPLE = Path.of("../contracts/samples/history/scan-report-v1.json");

    /** Every part filled, every optional part both there and not. */
    static ScanReport full() {
        Finding rich = new Finding(
                "178901",
                Severity.CRITICAL,
                "zlib: Pufferüberlauf \ud83d\udea8 in inflate()",
                List.of("CVE-2022-37434", "CVE-2018-25032"),
                95.0,
                9.8,
                List.of(
                        new AffectedPackage("zlib1g", "1:1.2.11.dfsg", "1:1.2.13", "var/lib/dpkg/status", "sha256:77"),
                        new AffectedPackage("zlib1g-dev", "1:1.2.11.dfsg", null, null, null)),
                false,
                true);
        Finding bare = new Finding("QID-2", Severity.UNKNOWN, "", List.of(), null, null, List.of(), true, false);
        return new ScanReport(
                new ScannedImage(
                        "registry.example/payments-api:1.4.2",
                        Scans.digest('a'),
                        Scans.digest('b'),
                        Platform.parse("linux/arm64/v8")),
                "QScanner",
                "4.8.0-2",
                Set.of(ScanType.OS, ScanType.SCA, ScanType.SECRET),
                Findings.of(List.of(rich, bare)),
                List.of(new Secret("aws-key", "AWS", Severity.HIGH, "AWS access key", "app/.env", 3, 4)),
                List.of(new Malware("EICAR", Severity.CRITICAL, "tmp/eicar.com")),
                List.of(
                        new InstalledPackage("zlib1g", "1:1.2.11.dfsg"),
                        new InstalledPackage("libc6", "2.31"),
                        new InstalledPackage("pyyaml", "5.3", new PackageUrl("pkg:pypi/pyyaml@5.3"))),
                Instant.parse("2025-01-22T12:00:02.2Z"));
    }

    static byte[] written(ScanReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScanReportCodec.write(report, bytes);
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String plain(byte[] zipped) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ScanReport read(byte[] bytes) {
        return ScanReportCodec.read(() -> new ByteArrayInputStream(bytes), "report x");
    }

    private static void assertSame(ScanReport actual, ScanReport expected) {
        assertThat(actual).usingRecursiveComparison().ignoringFields("findings").isEqualTo(expected);
        assertThat(actual.findings()).containsExactlyElementsOf(expected.findings());
        assertThat(actual.findings().count()).isEqualTo(expected.findings().count());
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        assertSame(read(written(full())), full());
    }

    @Test
    void shouldReadWhatItWroteOfAReportThatSaysAlmostNothing() throws IOException {
        ScanReport bare = new ScanReport(
                new ScannedImage(null, null, null, null),
                "",
                "",
                Set.of(),
                Findings.of(List.of()),
                List.of(),
                List.of(),
                List.of(),
                null);

        assertSame(read(written(bare)), bare);
    }

    @Test
    void shouldReadTextThatIsNoUnicode() throws IOException {
        ScanReport hostile = Scans.failing("x")
                .findings(Scans.finding("\ud800\u0000\"\\", "\udc00</script>"))
                .report();

        assertSame(read(written(hostile)), hostile);
    }

    @Test
    void shouldStreamTheFindingsOfALargeReportAsOftenAsWanted() throws IOException {
        Finding[] findings = Scans.findings((int) ScanReportCodec.READ_AT_ONCE + 1);
        byte[] bytes = written(Scans.failing("x").findings(findings).report());
        AtomicInteger opened = new AtomicInteger();
        ScanReport report = ScanReportCodec.read(
                () -> {
                    opened.incrementAndGet();
                    return new ByteArrayInputStream(bytes);
                },
                "report x");

        assertThat(opened).hasValue(1);
        assertThat(report.findings()).containsExactly(findings);
        assertThat(report.findings()).containsExactly(findings);
        assertThat(opened.get()).isGreaterThan(2);
    }

    @Test
    void shouldGiveEqualBytesForEqualReports() throws IOException {
        assertThat(written(read(written(full())))).isEqualTo(written(full()));
    }

    @Test
    void readsReportSavedBySchema1() throws IOException {
        assertSame(read(gzip(Files.readAllBytes(SAMPLE))), full());
    }

    @Test
    void shouldWriteWhatTheGoldenSampleSays() throws IOException {
        assertThat(JsonItem.MAPPER.readTree(plain(written(full()))))
                .isEqualTo(JsonItem.MAPPER.readTree(Files.readString(SAMPLE)));
    }

    @Test
    void shouldSkipWhatALaterMinorChangeAdded() throws IOException {
        String json = plain(written(full())).replaceFirst("\\{", "{\"remark\":{\"by\":[1,2]},");

        assertSame(read(gzip(json.getBytes(StandardCharsets.UTF_8))), full());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>error</html>",
                "{\"schemaVersion\":1,\"findings\":[]}",
                "{\"scan\":{},\"findings\":[]}",
                "{\"schemaVersion\":1,\"scan\":{},\"findings\":[]}",
                "{\"schemaVersion\":\"1\",\"scan\":{},\"findings\":[]}",
                "{\"schemaVersion\":1,\"scan\":[],\"findings\":{}}"
            })
    void shouldRefuseWhatIsNoReport(String json) throws IOException {
        byte[] bytes = gzip(json.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(CorruptHistoryException.class, e -> {
            assertThat(e.where()).isEqualTo("report x");
            assertThat(e.what()).isNotBlank();
            assertThat(e).hasMessageContaining("scan the image again").hasCauseInstanceOf(Exception.class);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"schemaVersion\":1 -> \"schemaVersion\":2",
                "\"severity\":\"critical\" -> \"severity\":\"severe\"",
                "\"findingCount\":2 -> \"findingCount\":3",
                "\"findingCount\":2 -> \"findingCount\":1",
                "\"findingCount\":2 -> \"findingCount\":2.5",
                "\"potential\":false, -> ",
                "\"cves\":[] -> \"cves\":null",
                "\"cvss\":9.8 -> \"cvss\":\"9.8\"",
                "\"scannedAt\":\"2025 -> \"scannedAt\":\"20xx",
                "\"startLine\":3 -> \"startLine\":99999999999",
                "\"digest\":\"sha256:a -> \"digest\":\"sha256:A",
                "\"secrets\":[ -> \"secrets\":[null,",
                "\"suppressed\":false}]} -> \"suppressed\":false}]}{}",
                "\"suppressed\":false}]} -> \"suppressed\":false}],\"findings\":[]}"
            })
    void shouldRefuseAReportInWhichOneThingIsWrong(String change) throws IOException {
        String[] sides = change.split(" -> ", -1);
        String json = plain(written(full()));
        assertThat(json).contains(sides[0]);
        byte[] bytes = gzip(json.replace(sides[0], sides[1]).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(CorruptHistoryException.class);
    }

    @Test
    void shouldRefuseEveryPrefixOfAReport() throws IOException {
        byte[] whole = written(full());
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).as("%d bytes", length).isInstanceOf(CorruptHistoryException.class);
        }
    }

    @Test
    void shouldRefuseEveryPrefixOfTheJson() throws IOException {
        String whole = plain(written(full()));
        for (int length = 0; length < whole.length(); length++) {
            byte[] part = gzip(whole.substring(0, length).getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(part))
                    .as("%d characters", length)
                    .isInstanceOf(CorruptHistoryException.class);
        }
    }

    @Test
    void shouldRefuseDamageInTheMiddleOfALargeReportWhileItIsIterated() throws IOException {
        byte[] bytes =
                written(Scans.failing("x").findings(Scans.findings(6_000)).report());
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        ScanReport report = read(cut);

        assertThatThrownBy(() -> report.findings().forEach(finding -> {})).isInstanceOf(CorruptHistoryException.class);
    }

    @Test
    void shouldRefuseNestingAndTextBeyondItsLimits() throws IOException {
        byte[] deep = gzip(("{\"x\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        byte[] wide = gzip(("{\"scan\":{\"name\":\"" + "a".repeat(3 << 20) + "\"}}").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining("epth");
        assertThatThrownBy(() -> read(wide))
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining("ength");
    }

    @Test
    void shouldNotWriteAReportThatGivesFewerFindingsThanItSays() {
        Findings lying = new Findings() {
            @Override
            public long count() {
                return 2;
            }

            @Override
            public Iterator<Finding> iterator() {
                return List.of(Scans.finding("1", "zlib1g")).iterator();
            }
        };
        ScanReport full = full();
        ScanReport report =
                new ScanReport(full.image(), "", "", Set.of(), lying, List.of(), List.of(), List.of(), null);

        assertThatThrownBy(() -> written(report)).hasMessageContaining("2 findings and gave 1");
    }

    @Test
    void shouldNotLeaveWhatLooksWholeWhenTheFindingsBreakOff() {
        Findings breaking = new Findings() {
            @Override
            public long count() {
                return 0;
            }

            @Override
            public Iterator<Finding> iterator() {
                throw new UncheckedIOException(new IOException("the file went away"));
            }
        };
        ScanReport report =
                new ScanReport(full().image(), "", "", Set.of(), breaking, List.of(), List.of(), List.of(), null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThatThrownBy(() -> ScanReportCodec.write(report, bytes)).hasMessageContaining("went away");
        assertThatThrownBy(() -> read(bytes.toByteArray())).isInstanceOf(CorruptHistoryException.class);
    }
}
