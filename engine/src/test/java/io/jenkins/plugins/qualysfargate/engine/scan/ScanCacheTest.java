package io.jenkins.plugins.qualysfargate.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCacheTest {
    @TempDir
    private Path directory;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory.resolve("work"));
        rig.scanner.finds(FakeResolver.digest('a'), "vulnerable");
    }

    @Test
    void shouldFailACachedPassWhenThePolicyGotStricter() {
        rig.judgesBy(Rig.LAX);
        assertThat(rig.scanned(Rig.APP).verdict().kind()).isEqualTo(VerdictKind.PASS);

        rig.judgesBy("version: 1\nname: strict\n");
        JudgedImage again = rig.scanned(Rig.APP);

        assertThat(again.verdict().kind()).isEqualTo(VerdictKind.FAIL);
        assertThat(rig.scanner.requests()).hasSize(1);
    }

    @Test
    void shouldFailACachedPassWhenItsExceptionExpired() {
        rig.judgesBy(Rig.LAX);
        String critical = Objects.requireNonNull(rig.scanned(Rig.APP).report()).findings().stream()
                .filter(finding -> finding.severity().word().equals("critical"))
                .map(Finding::id)
                .reduce("", (all, id) -> all + """
                          - {id: x%s, qid: %s, owner: a@b.example, reason: not reachable, expires: 2026-02-01}
                        """.formatted(id, id));
        rig.judgesBy("version: 1\nsecrets: {max: unlimited}\nexceptions:\n" + critical);
        assertThat(rig.scanned(Rig.APP).verdict().kind()).isEqualTo(VerdictKind.PASS);

        rig.wait(Duration.ofDays(20));

        assertThat(rig.scanned(Rig.APP).verdict().kind()).isEqualTo(VerdictKind.FAIL);
        assertThat(rig.scanner.requests()).hasSize(1);
    }

    @Test
    void shouldKeepTheTimeOfTheScanSoThatTheCacheGrowsOld() {
        rig.scanned(Rig.APP);
        rig.wait(Duration.ofDays(29));
        rig.scanned(Rig.APP);
        assertThat(rig.fakeHistory.recorded()).extracting(ScanRecord::scannedAt).containsExactly(Rig.NOON, Rig.NOON);

        rig.wait(Duration.ofDays(2));
        rig.scanned(Rig.APP);

        assertThat(rig.scanner.requests()).hasSize(2);
    }

    @Test
    void shouldScanAgainWhenTheScannerIsAnother() {
        rig.scanned(Rig.APP);
        rig.scanner.hasVersion("4.9.0-1");
        rig.scanned(Rig.APP);
        assertThat(rig.scanner.requests()).hasSize(2);
    }

    @Test
    void shouldScanAgainWhenMoreIsLookedFor() {
        rig.scanned(Rig.APP);
        rig.scanTypes = EnumSet.of(ScanType.PKG, ScanType.SECRET, ScanType.MALWARE);
        assertThat(rig.scanned(Rig.APP).verdict().kind()).isEqualTo(VerdictKind.INDETERMINATE);
        assertThat(rig.scanner.requests()).hasSize(2);
    }

    @Test
    void shouldScanAgainWhenTheCentralPolicyIsAsked() {
        rig.scanned(Rig.APP);
        rig.asksCentralPolicy();
        rig.scanned(Rig.APP);
        rig.scanned(Rig.APP);
        assertThat(rig.scanner.requests()).hasSize(3);
    }

    @Test
    void shouldScanAgainWhenTheVulnerabilityDataAreTooOld() {
        rig.cache = new CacheUse(Duration.ofDays(30), Duration.ofDays(1));
        rig.scanned(Rig.APP);
        rig.wait(Duration.ofHours(23));
        rig.scanned(Rig.APP);
        assertThat(rig.scanner.requests()).hasSize(1);

        rig.wait(Duration.ofHours(2));
        rig.scanned(Rig.APP);

        assertThat(rig.scanner.requests()).hasSize(2);
    }

    @Test
    void shouldScanAgainWhenTheCacheIsOff() {
        rig.scanned(Rig.APP);
        rig.cache = CacheUse.NONE;
        rig.scanned(Rig.APP);
        assertThat(rig.scanner.requests()).hasSize(2);
    }

    @Test
    void shouldNotTakeAGatedReportForAScan() {
        JudgedImage scanned = rig.scanned(Rig.APP);
        rig.history = new FakeHistory();
        GateOrder order = new GateOrder(
                List.of(Path.of("../contracts/samples/clean")),
                null,
                Set.of(ScanType.PKG),
                null,
                BaselineChoice.PREVIOUS);
        JudgedImage gated = new GateReports(rig.judging(), rig.history)
                .gate(order)
                .outcome()
                .images()
                .get(0);
        rig.resolver.knows(
                Rig.APP,
                new PlatformManifest(
                        Objects.requireNonNull(gated.platform()),
                        Objects.requireNonNull(gated.digest()),
                        FakeResolver.digest('c')));

        rig.scanned(Rig.APP);

        assertThat(scanned.digest()).isNotEqualTo(gated.digest());
        assertThat(rig.scanner.requests()).hasSize(2);
    }

    @Test
    void shouldScanAgainWhenTheStoredFindingsAreDamaged() {
        AtomicBoolean damaged = new AtomicBoolean();
        rig.scanTypes = Set.of(ScanType.OS);
        rig.fakeHistory.record(damagedWhen(damaged, Scans.passing("stored").make()));
        damaged.set(true);

        JudgedImage image = rig.scanned(Rig.APP);

        assertThat(image.verdict().kind()).isEqualTo(VerdictKind.FAIL);
        assertThat(rig.scanner.requests()).hasSize(1);
    }

    @Test
    void shouldJudgeACachedImageAtOnce() {
        rig.history = H2History.open(directory.resolve("history"), Clock.systemUTC());
        rig.scanned(Rig.APP);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            rig.scanned(Rig.APP);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(rig.scanner.requests()).hasSize(1);
        // The aim is 50 ms; what is asserted leaves room for a busy machine.
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(500));
    }

    private static ScanRecord damagedWhen(AtomicBoolean damaged, ScanRecord scan) {
        JudgedImage image = scan.image();
        ScanReport report = Objects.requireNonNull(image.report());
        Findings findings = new Findings() {
            @Override
            public long count() {
                return 1;
            }

            @Override
            public Iterator<Finding> iterator() {
                if (damaged.get()) {
                    throw new CorruptHistoryException("is cut off", "report", null);
                }
                return List.<Finding>of().iterator();
            }
        };
        ScanReport broken = new ScanReport(
                report.image(),
                report.scanner(),
                report.scannerVersion(),
                report.scanTypes(),
                findings,
                List.of(),
                List.of(),
                report.packages(),
                report.scannedAt());
        return new ScanRecord(
                scan.id(),
                new JudgedImage(
                        image.name(),
                        image.digest(),
                        image.platform(),
                        broken,
                        image.judgement(),
                        image.judgedAt(),
                        image.source()),
                scan.policyName(),
                scan.policyFingerprint(),
                scan.scannerVersion(),
                scan.requestedScanTypes(),
                null,
                scan.scannedAt());
    }
}
