package io.jenkins.plugins.qualysfargate.engine.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachePolicyTest {
    private static final ScanRecord SCAN = Scans.failing("one").make();
    private static final Duration DAY = Duration.ofDays(1);

    private static CacheRequest request(Set<ScanType> types, @Nullable String version, @Nullable Duration maxFeedAge) {
        return new CacheRequest(
                Scans.digest('a'), Platform.LINUX_AMD64, types, version, CacheRequest.DEFAULT_MAX_AGE, maxFeedAge);
    }

    private static CacheRequest request() {
        return request(Scans.TYPES, "4.8.0-2", null);
    }

    private static String miss(ScanRecord scan, CacheRequest request, Instant now) {
        return CachePolicy.usable(scan, request, now).fold(hit -> "a hit", CacheDecision.Miss::reason);
    }

    private static ScanRecord with(@Nullable String scannerVersion, @Nullable Instant feedDate) {
        return new ScanRecord(
                SCAN.id(),
                SCAN.image(),
                SCAN.policyName(),
                SCAN.policyFingerprint(),
                scannerVersion,
                SCAN.requestedScanTypes(),
                feedDate,
                SCAN.scannedAt());
    }

    @Test
    void shouldHandOutTheReportOfAScanThatAnswersTheSameQuestion() {
        CacheDecision decision = CachePolicy.usable(SCAN, request(), NOON.plus(Duration.ofDays(30)));

        assertThat(decision).isInstanceOfSatisfying(CacheDecision.Hit.class, hit -> {
            assertThat(hit.scan()).isSameAs(SCAN);
            assertThat(hit.report()).isSameAs(SCAN.image().report());
        });
    }

    @Test
    void shouldMissWhenTheScanIsOlderThanTheLimit() {
        assertThat(miss(SCAN, request(), NOON.plus(Duration.ofDays(30)).plusNanos(1)))
                .contains("2026-01-22T12:00:00Z")
                .contains("older than 30 days");
    }

    @Test
    void shouldGrowOldFromTheScanAndNotFromTheLastJudgement() {
        ScanRecord judgedAgain =
                Scans.failing("one").judgedAgain(NOON.plus(Duration.ofDays(29))).make();

        assertThat(miss(judgedAgain, request(), NOON.plus(Duration.ofDays(31)))).contains("older than");
    }

    @Test
    void shouldMissWhenAClockWasSetBack() {
        assertThat(miss(SCAN, request(), NOON.minusNanos(1))).contains("clock");
        assertThat(miss(Scans.failing("one").judgedAgain(NOON.plus(DAY)).make(), request(), NOON))
                .contains("clock");
    }

    @Test
    void shouldMissWhenTheStoredScanIsIndeterminate() {
        assertThat(miss(Scans.broken("one").make(), request(), NOON)).contains("no complete answer");
    }

    @Test
    void shouldMissWhenAReportIsThereThatNobodyCouldJudge() {
        JudgedImage image = SCAN.image();
        ScanRecord unjudged = new ScanRecord(
                SCAN.id(),
                new JudgedImage(
                        image.name(),
                        image.digest(),
                        image.platform(),
                        image.report(),
                        Judgement.indeterminate(new Verdict.Indeterminate(
                                IndeterminateCause.STALE_REPORT, "the report is old", "scan again")),
                        image.judgedAt(),
                        image.source()),
                SCAN.policyName(),
                SCAN.policyFingerprint(),
                SCAN.scannerVersion(),
                SCAN.requestedScanTypes(),
                null,
                SCAN.scannedAt());

        assertThat(miss(unjudged, request(), NOON)).contains("no complete answer");
    }

    @Test
    void shouldMissForAnotherImageOrPlatform() {
        assertThat(miss(Scans.failing("one").of(Scans.digest('b')).make(), request(), NOON))
                .contains("another image");
        assertThat(miss(Scans.failing("one").on(Platform.parse("linux/arm64")).make(), request(), NOON))
                .contains("platform");
    }

    @Test
    void shouldMissWhenAScanTypeDidNotReallyRun() {
        assertThat(miss(SCAN, request(Set.of(ScanType.OS, ScanType.SECRET), "4.8.0-2", null), NOON))
                .contains("secret is missing");
        assertThat(miss(SCAN, request(Set.of(ScanType.PKG), "4.8.0-2", null), NOON))
                .isEqualTo("a hit");
        assertThat(miss(SCAN, request(Set.of(ScanType.OS), "4.8.0-2", null), NOON))
                .isEqualTo("a hit");
    }

    @Test
    void shouldMissWhenTheScannerVersionChangedOrIsUnknown() {
        assertThat(miss(SCAN, request(Scans.TYPES, "4.9.0", null), NOON))
                .contains("4.8.0-2")
                .contains("4.9.0");
        assertThat(miss(SCAN, request(Scans.TYPES, null, null), NOON)).contains("unknown");
        assertThat(miss(with(null, null), request(), NOON)).contains("unknown");
        assertThat(miss(with(null, null), request(Scans.TYPES, null, null), NOON))
                .contains("unknown");
    }

    @Test
    void shouldMissWhenTheVulnerabilityDataWereTooOldOrUndated() {
        CacheRequest fresh = request(Scans.TYPES, "4.8.0-2", DAY);

        assertThat(miss(with("4.8.0-2", NOON.minus(DAY)), fresh, NOON)).isEqualTo("a hit");
        assertThat(miss(with("4.8.0-2", NOON.minus(DAY).minusNanos(1)), fresh, NOON))
                .contains("older than 1 days");
        assertThat(miss(with("4.8.0-2", null), fresh, NOON)).contains("does not say");
        assertThat(miss(with("4.8.0-2", NOON.plusNanos(1)), fresh, NOON)).contains("clock");
        assertThat(miss(with("4.8.0-2", null), request(), NOON)).isEqualTo("a hit");
    }

    @Test
    void shouldRefuseARequestThatAsksForNothing() {
        assertThatThrownBy(() -> request(Set.of(), "4.8.0-2", null)).hasMessageContaining("at least one scan type");
        assertThatThrownBy(() -> request(Scans.TYPES, "4.8.0-2", DAY.negated())).hasMessageContaining("negative");
    }
}
