package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QScannerRetryTest {
    @TempDir
    private Path root;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private ScannerRun run(StandIn standIn) throws IOException {
        return standIn.scanner().run(StandIn.request(), log::add, Cancellation.NEVER);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41})
    void shouldAskAgainForAReportThatIsNotThereYet(int code) throws IOException {
        StandIn standIn = new StandIn(root).reports("clean").exits(code, code, 0);
        try (ScannerRun run = run(standIn)) {
            assertThat(run).isInstanceOf(ScannerRun.Finished.class);
        }
        assertThat(standIn.calls()).hasSize(3);
        assertThat(log).anyMatch(line -> line.contains("Trying again in 0 s"));
    }

    @Test
    void shouldUseOtherDirectoriesForEveryAttempt() throws IOException {
        StandIn standIn = new StandIn(root).exits(40, 0);
        run(standIn).close();
        assertThat(standIn.calls())
                .map(call -> call.replaceAll(".*--output-dir (\\S+) .*", "$1"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41})
    void shouldGiveUpAfterThreeRetries(int code) throws IOException {
        StandIn standIn = new StandIn(root).exits(code);
        assertThat(run(standIn)).isInstanceOf(ScannerRun.Failed.class);
        assertThat(standIn.calls()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 37, 39})
    void shouldRepeatAnUploadOnce(int code) throws IOException {
        StandIn standIn = new StandIn(root).exits(code);
        assertThat(run(standIn)).isInstanceOf(ScannerRun.Failed.class);
        assertThat(standIn.calls()).hasSize(2);
    }

    @Test
    void shouldStayBoundedWhenReasonsAlternate() throws IOException {
        StandIn standIn = new StandIn(root).exits(40, 33, 40, 33, 40, 33, 40, 33, 40, 33, 40);
        assertThat(run(standIn)).isInstanceOf(ScannerRun.Failed.class);
        assertThat(standIn.calls()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void shouldNotTryAgainWhereAHostSaysThatNothingCanGoOn() {
        GoingHost host = new GoingHost();
        QScanner scanner = new QScanner(host, ScannerSettings.in(root), Clock.systemUTC());

        assertThatThrownBy(() -> scanner.run(StandIn.request(), log::add, Cancellation.NEVER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("it is going down");
        assertThat(host.asked).isEqualTo(1);
    }

    /** A machine that is going away for good. */
    private static final class GoingHost implements ScannerHost {
        private int asked;

        @Override
        public ScanPlace open(@Nullable ScanRequest request) {
            asked++;
            throw new IllegalStateException("it is going down");
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public List<String> remarks() {
            return List.of();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 12, 15, 43, 99, 137})
    void shouldNotRepeatWhatWouldEndTheSame(int code) throws IOException {
        StandIn standIn = new StandIn(root).exits(code, 0);
        assertThat(run(standIn)).isInstanceOf(ScannerRun.Failed.class);
        assertThat(standIn.calls()).hasSize(1);
    }

    @Test
    void shouldTakeAFreshTokenForEveryAttempt() throws IOException {
        StandIn standIn = new StandIn(root).exits(33, 0);
        ScanRequest request = StandIn.request();
        AtomicInteger asked = new AtomicInteger();
        TokenSource counting = () -> Credential.of("token", "token-" + asked.incrementAndGet());
        ScanRequest counted = new ScanRequest(
                request.image(),
                request.platform(),
                request.scanTypes(),
                request.timeout(),
                new QualysConnection(request.connection().platform(), counting, null),
                request.registryAccess(),
                request.options());
        standIn.scanner().run(counted, log::add, Cancellation.NEVER).close();
        assertThat(asked).hasValue(2);
    }

    @Test
    @Timeout(180)
    void shouldEndThePauseWhenCancelled() throws IOException {
        StandIn standIn = new StandIn(root).exits(40);
        ScannerSettings slow = new ScannerSettings(
                root.resolve("work"), Duration.ofMinutes(1), Duration.ofHours(1), 3, Duration.ofSeconds(1), 1 << 20);
        ScannerRun run = standIn.with(slow).scanner().run(StandIn.request(), log::add, () -> log.stream()
                .anyMatch(line -> line.contains("Trying again in 3600 s")));
        assertThat(((ScannerRun.Failed) run).verdict().cause()).isEqualTo(IndeterminateCause.CANCELLED);
        assertThat(standIn.calls()).hasSize(1);
    }
}
