package io.jenkins.plugins.qualysfargate.engine.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Crashes, and several writers at once. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class H2ProcessesTest {
    @TempDir
    Path directory;

    private H2History open() {
        return H2History.open(directory, Clock.systemUTC());
    }

    private Set<String> stored() {
        return open().list(HistoryQuery.newest(1000)).stream()
                .map(line -> line.id().value())
                .collect(Collectors.toSet());
    }

    @Test
    void shouldLoseNothingThatWasRecordedWhenTheWriterIsKilled() throws Exception {
        List<String> recorded = new ArrayList<>();
        for (int crash = 1; crash <= 3; crash++) {
            Process writer = RecordingProcess.start(directory, "crash-" + crash, 100_000);
            try (BufferedReader output = writer.inputReader()) {
                for (int i = 0; i < 2 + crash * 3; i++) {
                    recorded.add(output.readLine());
                }
                // By its handle, because the process itself would close the stream too.
                writer.toHandle().destroyForcibly();
                // What it said between our last look and its death was recorded too.
                output.lines().forEach(recorded::add);
            } finally {
                writer.destroyForcibly();
            }
            assertThat(writer.waitFor()).isNotZero();

            assertThat(stored()).containsAll(recorded).size().isLessThanOrEqualTo(recorded.size() + crash);
        }
        for (String id : recorded) {
            assertThat(open().find(new ScanId(id))).get().matches(ScanRecord::complete);
        }
    }

    @Test
    void shouldKeepTheScansOfTwoProcessesThatWriteAtOnce() throws Exception {
        Process one = RecordingProcess.start(directory, "one", 25);
        Process two = RecordingProcess.start(directory, "two", 25);
        try {
            // Both have begun before either is waited for.
            try (BufferedReader first = one.inputReader();
                    BufferedReader second = two.inputReader()) {
                assertThat(first.readLine()).isEqualTo("one-0");
                assertThat(second.readLine()).isEqualTo("two-0");
                assertThat(first.lines().count() + second.lines().count()).isEqualTo(48);
            }
            assertThat(one.waitFor()).isZero();
            assertThat(two.waitFor()).isZero();
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }

        assertThat(stored()).hasSize(50);
    }

    @Test
    void shouldKeepTheScansOfManyThreadsOfTwoHistories() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<H2History> histories = List.of(open(), open());
            List<Future<ScanId>> saves = IntStream.range(0, 48)
                    .mapToObj(i -> threads.submit(() -> histories
                            .get(i % 2)
                            .record(Scans.failing("scan-" + i)
                                    .findings(Scans.findings(20))
                                    .named("registry.example/app-" + i % 3)
                                    .at(NOON.plusSeconds(i))
                                    .make())))
                    .toList();
            Set<String> ids = new HashSet<>();
            for (Future<ScanId> save : saves) {
                ids.add(save.get().value());
            }

            assertThat(stored()).isEqualTo(ids).hasSize(48);
            assertThat(open().firstSeen("registry.example/app-1")).hasSize(20);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldGiveUpWithTheFileAndTheTimeWhenAnotherHoldsTheDatabase() throws IOException {
        H2History impatient = H2History.open(directory, Clock.systemUTC(), Duration.ofSeconds(1));
        impatient.record(Scans.passing("one").make());
        Path file = directory.resolve("history.mv.db");

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> impatient.find(new ScanId("one")))
                    .isInstanceOf(HistoryUnavailableException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("for 1 s")
                    .hasMessageContaining("another process");
        }
        assertThat(impatient.find(new ScanId("one"))).isPresent();
    }

    @Test
    void shouldLeaveTheDatabaseToOthersNowAndThenWhenItIsInABurst() throws Exception {
        Process other = RecordingProcess.start(directory, "other", 10);
        try (H2History burst = H2History.open(directory, Clock.systemUTC(), Duration.ofSeconds(60), H2History.BURST);
                BufferedReader output = other.inputReader()) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<?>> busy = IntStream.range(0, 4)
                        .<Future<?>>mapToObj(i -> threads.submit(() -> {
                            while (other.isAlive()) {
                                burst.list(HistoryQuery.newest(1));
                            }
                        }))
                        .toList();
                assertThat(output.lines().count()).isEqualTo(10);
                for (Future<?> each : busy) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor()).isZero();
    }

    @Test
    void shouldLeaveNothingOpenAfterABurst() throws IOException {
        try (H2History burst =
                H2History.open(directory, Clock.systemUTC(), Duration.ofSeconds(9), Duration.ofHours(1))) {
            burst.record(Scans.failing("one").make());
        }
        try (FileChannel channel = FileChannel.open(directory.resolve("history.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void shouldLeaveNothingOpenBetweenTwoCalls() throws IOException {
        open().record(Scans.failing("one").make());

        try (FileChannel channel = FileChannel.open(directory.resolve("history.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock).isNotNull();
        }
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("history.mv.db", "reports");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Test
    void shouldStopWaitingWhenItIsInterrupted() {
        open().record(Scans.passing("one").make());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> open().record(Scans.passing("two").make()))
                    .isInstanceOf(HistoryUnavailableException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(stored()).containsExactly("one");
    }
}
