package io.jenkins.plugins.qualysfargate.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scanned when the same image is asked for again and again. */
class ScanOnceTest {
    private static final String BOTH = "registry.example/both@" + FakeResolver.digest('f');

    @TempDir
    Path directory;

    private Rig rig;

    @BeforeEach
    void rig() {
        rig = new Rig(directory);
        rig.resolver.knows(BOTH, FakeResolver.manifest("linux/amd64", 'a'), FakeResolver.manifest("linux/arm64", 'b'));
    }

    private String once(String image, Duration ago) {
        return rig.scanOnce(image, rig.now().minus(ago))
                .fold(
                        known -> "known",
                        none -> "no image: " + none.reason(),
                        scanned -> "scanned " + scanned.run().outcome().images().size());
    }

    private List<Digest> recorded() {
        return rig.fakeHistory.recorded().stream()
                .map(scan -> scan.image().digest())
                .toList();
    }

    @Test
    void shouldScanEveryPlatformOnce() {
        assertThat(once(BOTH, Duration.ZERO)).isEqualTo("scanned 2");
        assertThat(once(BOTH, Duration.ZERO)).isEqualTo("known");

        assertThat(recorded()).containsExactly(FakeResolver.digest('a'), FakeResolver.digest('b'));
    }

    @Test
    void shouldScanOnlyThePlatformsThatACrashLeftOut() {
        rig.scan(Rig.APP);

        assertThat(once(BOTH, Duration.ZERO)).isEqualTo("scanned 1");

        assertThat(recorded()).containsExactly(FakeResolver.digest('a'), FakeResolver.digest('b'));
    }

    @Test
    void shouldScanAgainWhatIsOlderThanTheCacheAllows() {
        once(BOTH, Duration.ZERO);
        rig.wait(Duration.ofDays(31));

        assertThat(once(BOTH, Duration.ofMinutes(1))).isEqualTo("scanned 2");
    }

    @Test
    void shouldTakeAScanOfTheLastMinutesHoweverItWasAsked() {
        rig.cache = CacheUse.NONE;
        once(BOTH, Duration.ZERO);
        rig.wait(Duration.ofMinutes(5));

        assertThat(once(BOTH, Duration.ofMinutes(6))).isEqualTo("known");
        assertThat(once(BOTH, Duration.ofMinutes(4))).isEqualTo("scanned 2");
    }

    @Test
    void shouldNotTakeAnIndeterminateScanForDone() {
        rig.scanner.breaksBy(FakeScanner.Trouble.NO_RUN);
        once(BOTH, Duration.ZERO);
        rig.scanner.breaksBy(FakeScanner.Trouble.NONE);

        assertThat(once(BOTH, Duration.ZERO)).isEqualTo("scanned 2");
        assertThat(rig.fakeHistory.recorded()).hasSize(4);
    }

    @Test
    void shouldRecordThatAnImageCannotBeResolved() {
        assertThat(once("registry.example/gone:1", Duration.ZERO)).isEqualTo("scanned 1");

        assertThat(rig.fakeHistory.recorded()).hasSize(1);
    }

    @Test
    void shouldLeaveArtifactsAlone() {
        rig.resolver.failsBecause(Resolution.Reason.NO_IMAGE);
        String statement = "registry.example/app@" + FakeResolver.digest('d');
        rig.resolver.knows(statement, FakeResolver.manifest("unknown/unknown", 'd'));
        rig.resolver.knows("registry.example/app:tagged", FakeResolver.manifest("unknown/unknown", 'd'));

        assertThat(once("registry.example/chart:1", Duration.ZERO)).startsWith("no image: Nobody knows");
        assertThat(once(statement, Duration.ZERO)).startsWith("no image: It is for no platform");
        assertThat(once("registry.example/app:tagged", Duration.ZERO)).isEqualTo("scanned 1");
    }

    @Test
    void shouldFailWhenItCannotBeSeenWhatWasScanned() {
        rig.fakeHistory.failWith(new HistoryUnavailableException("no history", null));

        assertThatThrownBy(() -> once(BOTH, Duration.ZERO)).isInstanceOf(HistoryUnavailableException.class);
        assertThat(rig.scanner.requests()).isEmpty();
    }

    @Test
    void shouldFailWhenAVerdictCouldNotBeRecorded() {
        // The look-up of an image that cannot be resolved is left out, so the first call is the one that records.
        rig.fakeHistory.failWith(new HistoryUnavailableException("no history", null));

        assertThatThrownBy(() -> once("registry.example/gone:1", Duration.ZERO))
                .isInstanceOf(HistoryUnavailableException.class)
                .hasMessageContaining("registry.example/gone:1")
                .hasMessageContaining("no history");
    }
}
