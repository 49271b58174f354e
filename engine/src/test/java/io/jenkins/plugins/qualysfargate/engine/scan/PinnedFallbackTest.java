package io.jenkins.plugins.qualysfargate.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution.Reason;
import io.jenkins.plugins.qualysfargate.engine.scan.FakeScanner.Trouble;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PinnedFallbackTest {
    private static final Digest DIGEST = FakeResolver.digest('d');
    private static final String PINNED = "registry.example/far:1@" + DIGEST;
    private static final List<Platform> ONE = List.of(Platform.LINUX_AMD64);

    @TempDir
    private Path directory;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
        rig.asked = new PinnedFallback(rig.resolver);
        rig.platforms = ONE;
        rig.resolver.failsBecause(Reason.NOT_REACHED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"NOT_REACHED", "LOGIN_REFUSED"})
    void shouldTakeDigestAndPlatformWhenTheRegistrySaysNothing(Reason reason) {
        rig.resolver.failsBecause(reason);

        Resolution.Resolved resolved = resolved(PINNED, List.of(Platform.parse("linux/arm64/v8")));

        assertThat(resolved.topDigest()).isEqualTo(DIGEST);
        assertThat(resolved.platforms())
                .containsExactly(new PlatformManifest(Platform.parse("linux/arm64"), DIGEST, null));
        assertThat(resolved.index()).isFalse();
        assertThat(resolved.remarks())
                .singleElement()
                .asString()
                .contains("Nobody knows registry.example/far:1", DIGEST.value(), "exactly this digest");
    }

    @Test
    void shouldLetTheAnswerOfTheRegistryStand() {
        rig.resolver.failsBecause(Reason.OTHER);
        assertUnresolved(PINNED, ONE);

        rig.resolver.knows(PINNED, FakeResolver.manifest("linux/amd64", 'a'));
        assertThat(resolved(PINNED, ONE).platforms().get(0).manifestDigest()).isEqualTo(FakeResolver.digest('a'));
        assertThat(resolved(PINNED, ONE).remarks()).isEmpty();
    }

    @Test
    void shouldNotGuessWhatATagOrAnotherPlatformStandsFor() {
        assertUnresolved("registry.example/far:1", ONE);
        assertUnresolved("registry.example/far", ONE);
        assertUnresolved(PINNED, List.of());
        assertUnresolved(PINNED, List.of(Platform.LINUX_AMD64, Platform.parse("linux/arm64")));
    }

    @Test
    void shouldJudgeAScanThatNamesTheDigest() {
        JudgedImage image = rig.scanned(PINNED);

        assertThat(image.verdict().kind()).isEqualTo(VerdictKind.PASS);
        assertThat(image.digest()).isEqualTo(DIGEST);
        assertThat(rig.scanner.requests()).singleElement().satisfies(request -> {
            assertThat(request.image().digest()).isEqualTo(DIGEST);
            assertThat(request.platform()).isEqualTo(Platform.LINUX_AMD64);
        });
        assertThat(rig.log).anyMatch(line -> line.startsWith("Without the registry: "));
    }

    @Test
    void shouldFailWhatTheScannerFindsInTheImage() {
        rig.scanner.finds(DIGEST, "vulnerable");
        assertThat(rig.scanned(PINNED).verdict().kind()).isEqualTo(VerdictKind.FAIL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"OTHER_IMAGE", "NO_DIGEST", "NO_IMAGE"})
    void shouldGiveNoAnswerWhenTheReportDoesNotNameExactlyThisDigest(Trouble trouble) {
        rig.scanner.breaksBy(trouble);

        JudgedImage image = rig.scanned(PINNED);

        assertThat(image.verdict()).isInstanceOfSatisfying(Verdict.Indeterminate.class, it -> assertThat(it.cause())
                .isEqualTo(IndeterminateCause.WRONG_IMAGE));
        assertThat(image.report()).isNull();
    }

    @Test
    void shouldGiveNoAnswerWhenTheScannerScannedAnotherPlatform() {
        rig.platforms = List.of(Platform.parse("windows/amd64"));
        assertThat(rig.scanned(PINNED).verdict().kind()).isEqualTo(VerdictKind.INDETERMINATE);
    }

    @Test
    void shouldNotScanWhatTheRegistryDoesNotHave() {
        rig.resolver.failsBecause(Reason.OTHER);

        assertThat(rig.scanned(PINNED).verdict().kind()).isEqualTo(VerdictKind.INDETERMINATE);
        assertThat(rig.scanner.requests()).isEmpty();
    }

    private Resolution resolve(String image, List<Platform> wanted) {
        return rig.asked.resolve(ImageReference.parse(image), wanted);
    }

    private Resolution.Resolved resolved(String image, List<Platform> wanted) {
        return resolve(image, wanted).fold(it -> it, it -> {
            throw new AssertionError(it.verdict());
        });
    }

    private void assertUnresolved(String image, List<Platform> wanted) {
        assertThat(resolve(image, wanted)).isInstanceOf(Resolution.Unresolved.class);
    }
}
