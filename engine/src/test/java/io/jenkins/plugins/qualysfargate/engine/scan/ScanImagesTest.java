package io.jenkins.plugins.qualysfargate.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.scan.FakeScanner.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanImagesTest {
    @TempDir
    private Path directory;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
    }

    @Test
    void shouldJudgeEveryPlatformOfAnIndex() {
        rig.resolver.knows(
                "registry.example/both:1",
                FakeResolver.manifest("linux/amd64", '1'),
                FakeResolver.manifest("linux/arm64", '2'));
        rig.scanner.finds(FakeResolver.digest('2'), "vulnerable");

        GateOutcome outcome = rig.scan("registry.example/both:1").outcome();

        assertThat(outcome.images())
                .extracting(JudgedImage::platform, JudgedImage::digest, image -> image.verdict()
                        .kind())
                .containsExactly(
                        tuple(Platform.LINUX_AMD64, FakeResolver.digest('1'), VerdictKind.PASS),
                        tuple(Platform.parse("linux/arm64"), FakeResolver.digest('2'), VerdictKind.FAIL));
        assertThat(outcome.verdict()).isEqualTo(VerdictKind.FAIL);
        assertThat(rig.scanner.requests())
                .extracting(request -> request.image().digest())
                .containsExactly(FakeResolver.digest('1'), FakeResolver.digest('2'));
        assertThat(rig.fakeHistory.recorded()).hasSize(2);
    }

    @Test
    void shouldSayUnderWhichIdEachImageWasRecorded() {
        rig.resolver.knows(
                "registry.example/both:1",
                FakeResolver.manifest("linux/amd64", '1'),
                FakeResolver.manifest("linux/arm64", '2'));

        GateRun run = rig.scan("registry.example/both:1");

        for (JudgedImage image : run.outcome().images()) {
            assertThat(rig.fakeHistory.find(Objects.requireNonNull(run.scanIdOf(image))))
                    .hasValueSatisfying(
                            scan -> assertThat(scan.image().platform()).isEqualTo(image.platform()));
        }
    }

    @Test
    void shouldScanTheOthersWhenOneImageIsUnresolved() {
        GateOutcome outcome = rig.scan("registry.example/gone:1", Rig.APP).outcome();

        assertThat(outcome.verdict()).isEqualTo(VerdictKind.INDETERMINATE);
        assertThat(outcome.images())
                .extracting(image -> image.verdict().kind())
                .containsExactly(VerdictKind.INDETERMINATE, VerdictKind.PASS);
        assertThat(outcome.images().get(0).name()).isEqualTo("registry.example/gone:1");
        assertThat(rig.fakeHistory.recorded()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"NO_RUN, SCANNER_FAILED", "OTHER_IMAGE, WRONG_IMAGE", "OLD, STALE_REPORT", "CUT_OFF, MALFORMED_REPORT"})
    void shouldGiveNoAnswerWhenTheScanBreaks(Trouble trouble, IndeterminateCause cause) {
        rig.scanner.breaksBy(trouble);

        JudgedImage image = rig.scanned(Rig.APP);

        Verdict.Indeterminate verdict = indeterminate(image);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.message() + verdict.howToFix()).doesNotContain(directory.toString());
        assertThat(image.report()).isNull();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldNameTheScannersFileWithoutItsDirectory() {
        rig.scanner.breaksBy(Trouble.CUT_OFF);

        assertThat(indeterminate(rig.scanned(Rig.APP)).message())
                .containsPattern("the scanner's file \\S+-ScanResult.json");
    }

    @Test
    void shouldNeverPassWhatTheCentralPolicyDenies() {
        rig.asksCentralPolicy();
        rig.scanner.breaksBy(Trouble.DENIED);
        assertThat(rig.scanned(Rig.APP).verdict().kind()).isEqualTo(VerdictKind.FAIL);

        rig.options = ScanOptions.defaults();
        assertThat(rig.scanned(Rig.APP).verdict().kind())
                .as("the same image again, where its scan is stored")
                .isEqualTo(VerdictKind.FAIL);
        assertThat(rig.scanner.requests()).hasSize(2);
    }

    @Test
    void shouldStandByTheVerdictWhenTheHistoryIsLost() {
        rig.fakeHistory.failWith(new HistoryUnavailableException("the disk is gone", null));

        JudgedImage image = rig.scanned(Rig.APP);

        assertThat(image.verdict().kind()).isEqualTo(VerdictKind.PASS);
        assertThat(image.judgement().warnings())
                .containsExactlyInAnyOrder(
                        "This scan is not in the history: the disk is gone",
                        "Compared with no earlier scan: the disk is gone");
    }

    @Test
    void shouldGiveNoAnswerWhenTheRequiredBaselineIsLost() {
        rig.judgesBy("version: 1\nbaseline: required\n");
        rig.fakeHistory.failWith(new HistoryUnavailableException("the disk is gone", null));

        assertThat(indeterminate(rig.scanned(Rig.APP)).cause()).isEqualTo(IndeterminateCause.MISSING_DATA);
    }

    @Test
    void shouldCompareWithThePreviousScanOfTheName() {
        rig.scanned(Rig.APP);
        rig.resolver.knows("registry.example/app:2", FakeResolver.manifest("linux/amd64", 'b'));
        rig.scanner.finds(FakeResolver.digest('b'), "vulnerable");
        rig.judgesBy(Rig.LAX);

        GateRun run = rig.scan("registry.example/app:2");

        JudgedImage image = run.outcome().images().get(0);
        Judgement.Novelty novelty = Objects.requireNonNull(image.judgement().novelty());
        assertThat(novelty.known()).isZero();
        assertThat(novelty.introduced() + novelty.disclosed()).isPositive();
        assertThat(run.baselineOf(image)).isNotNull();
    }

    @Test
    void shouldGiveNoAnswerForNoImage() {
        assertThat(new GateOutcome(List.of()).verdict()).isEqualTo(VerdictKind.INDETERMINATE);
        assertThatThrownBy(() -> rig.scan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no image is given");
    }

    private static Verdict.Indeterminate indeterminate(JudgedImage image) {
        return image.verdict()
                .fold(
                        pass -> {
                            throw new AssertionError("passed");
                        },
                        fail -> {
                            throw new AssertionError(fail);
                        },
                        it -> it);
    }
}
