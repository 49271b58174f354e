package io.jenkins.plugins.qualysfargate.engine.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadgeTest {
    private static final Instant JUDGED = Instant.parse("2026-01-22T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Verdict FAIL = new Verdict.Fail(List.of(new Violation("r", "s", Severity.HIGH, "m", "h")), 0);

    @Test
    void shouldSayPassedWhileItIsFresh() {
        assertThat(Badge.compliance(VerdictKind.PASS, JUDGED, JUDGED.plus(WEEK), WEEK))
                .isEqualTo(new Badge("compliance", "passed", BadgeColour.GREEN));
        assertThat(Badge.compliance(VerdictKind.FAIL, JUDGED, JUDGED, WEEK))
                .isEqualTo(new Badge("compliance", "failed", BadgeColour.RED));
    }

    @ParameterizedTest
    @EnumSource(VerdictKind.class)
    void shouldGoGreyByItselfWhenItIsOld(VerdictKind verdict) {
        Badge old = Badge.compliance(verdict, JUDGED, JUDGED.plus(WEEK).plusMillis(1), WEEK);
        assertThat(old.colour()).isEqualTo(BadgeColour.GREY);
        assertThat(old.message()).isEqualTo(verdict == VerdictKind.INDETERMINATE ? "unknown" : "stale, 7 days old");
    }

    @Test
    void shouldNotBelieveEvidenceFromTheFuture() {
        Badge ahead = Badge.compliance(VerdictKind.PASS, JUDGED.plus(WEEK), JUDGED, WEEK);
        assertThat(ahead).isEqualTo(new Badge("compliance", "unknown, dated 2026-01-29", BadgeColour.GREY));
    }

    @Test
    void shouldCarryItsDateInAFile() {
        assertThat(Badge.compliance(VerdictKind.PASS, JUDGED).message()).isEqualTo("passed 2026-01-22");
        assertThat(Badge.compliance(outcome(image(FAIL, Map.of(Severity.CRITICAL, 2L), JUDGED)))
                        .message())
                .isEqualTo("failed 2026-01-22");
    }

    @Test
    void shouldGoByTheScanWhenThatIsOlderThanTheJudgement() {
        Instant scanned = JUDGED.minus(Duration.ofDays(20));
        GateOutcome cached = outcome(image(new Verdict.Pass(), Map.of(), scanned));
        assertThat(Badge.compliance(cached, JUDGED, WEEK).message()).isEqualTo("stale, 20 days old");
        assertThat(Badge.vulnerabilities(cached, JUDGED, WEEK).colour()).isEqualTo(BadgeColour.GREY);
        assertThat(Badge.compliance(cached).message()).isEqualTo("passed 2026-01-02");
    }

    @Test
    void shouldSayUnknownWhenASingleImageHasNoAnswer() {
        Judgement unknown = Judgement.indeterminate(new Verdict.Indeterminate(IndeterminateCause.NO_REPORT, "m", "h"));
        JudgedImage lost = new JudgedImage("lost", null, null, null, unknown, JUDGED, "scan");
        GateOutcome outcome = outcome(image(new Verdict.Pass(), Map.of(), JUDGED), lost);
        assertThat(Badge.vulnerabilities(outcome, JUDGED, WEEK).message()).isEqualTo("unknown");
        assertThat(Badge.compliance(outcome, JUDGED, WEEK).message()).isEqualTo("unknown");
        assertThat(Badge.vulnerabilities(outcome()))
                .isEqualTo(new Badge("vulnerabilities", "unknown", BadgeColour.GREY));
        assertThat(Badge.compliance(outcome())).isEqualTo(new Badge("compliance", "unknown", BadgeColour.GREY));
    }

    @Test
    void shouldNameTheTwoWorstSeveritiesAndNeverHideAnUnknownOne() {
        Map<Severity, Long> counts =
                Map.of(Severity.CRITICAL, 2L, Severity.HIGH, 1_500L, Severity.MEDIUM, 9L, Severity.UNKNOWN, 3L);
        assertThat(message(new Verdict.Pass(), counts)).isEqualTo("2 critical, 1,500 high, 3 of unknown severity");
        assertThat(message(new Verdict.Pass(), Map.of(Severity.LOW, 1L))).isEqualTo("1 low");
        assertThat(message(new Verdict.Pass(), Map.of())).isEqualTo("none");
    }

    @Test
    void shouldBeGreenOnlyForAPassWithoutAnythingWorseThanLow() {
        assertThat(colour(new Verdict.Pass(), Map.of())).isEqualTo(BadgeColour.GREEN);
        assertThat(colour(new Verdict.Pass(), Map.of(Severity.LOW, 4L))).isEqualTo(BadgeColour.GREEN);
        assertThat(colour(FAIL, Map.of())).isEqualTo(BadgeColour.RED);
        assertThat(colour(new Verdict.Pass(), Map.of(Severity.UNKNOWN, 1L))).isEqualTo(BadgeColour.YELLOW);
        assertThat(colour(new Verdict.Pass(), Map.of(Severity.HIGH, 1L))).isEqualTo(BadgeColour.ORANGE);
        assertThat(colour(new Verdict.Pass(), Map.of(Severity.CRITICAL, 1L))).isEqualTo(BadgeColour.RED);
    }

    private static String message(Verdict verdict, Map<Severity, Long> counts) {
        return Badge.vulnerabilities(outcome(image(verdict, counts, JUDGED)), JUDGED, WEEK)
                .message();
    }

    private static BadgeColour colour(Verdict verdict, Map<Severity, Long> counts) {
        return Badge.vulnerabilities(outcome(image(verdict, counts, JUDGED)), JUDGED, WEEK)
                .colour();
    }

    @Test
    void shouldSayTheSameOfFindingsThatWereCountedBefore() {
        SeverityCounts counts = new SeverityCounts(Map.of(Severity.HIGH, 3L));
        assertThat(Badge.vulnerabilities(VerdictKind.PASS, counts, JUDGED, JUDGED, WEEK))
                .isEqualTo(new Badge("vulnerabilities", "3 high", BadgeColour.ORANGE));
        assertThat(Badge.vulnerabilities(
                                VerdictKind.PASS,
                                counts,
                                JUDGED,
                                JUDGED.plus(WEEK).plusMillis(1),
                                WEEK)
                        .colour())
                .isEqualTo(BadgeColour.GREY);
        assertThat(Badge.vulnerabilities(VerdictKind.PASS, null, JUDGED, JUDGED, WEEK))
                .isEqualTo(new Badge("vulnerabilities", "unknown", BadgeColour.GREY));
    }

    private static GateOutcome outcome(JudgedImage... images) {
        return new GateOutcome(List.of(images));
    }

    private static JudgedImage image(Verdict verdict, Map<Severity, Long> counts, Instant scannedAt) {
        ScanReport report = new ScanReport(
                new ScannedImage(null, null, null, null),
                "QScanner",
                "",
                Set.of(),
                Findings.of(List.of()),
                List.of(),
                List.of(),
                List.of(),
                scannedAt);
        Judgement judgement = new Judgement(verdict, new SeverityCounts(counts), 0, List.of(), List.of(), null);
        return new JudgedImage("app", null, null, report, judgement, JUDGED, "scan");
    }
}
