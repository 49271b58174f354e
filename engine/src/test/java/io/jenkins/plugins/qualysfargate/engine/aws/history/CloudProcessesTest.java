package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import java.io.BufferedReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Crashes, and several writers at once. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CloudProcessesTest {
    private final CloudHistorySettings settings = CloudStores.make();

    private List<String> stored() {
        try (CloudHistory history = CloudStores.open(settings, Clock.systemUTC())) {
            return history.list(HistoryQuery.newest(1000)).stream()
                    .map(line -> line.id().value())
                    .toList();
        }
    }

    @Test
    void shouldLoseAndDoubleNothingWhenTheWriterIsKilledAndStartsAgain() throws Exception {
        List<String> recorded = new ArrayList<>();
        for (int crash = 1; crash <= 2; crash++) {
            Process writer = CloudRecordingProcess.start(settings, "crash-" + crash, 100_000);
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

            assertThat(stored()).doesNotHaveDuplicates().containsAll(recorded);
            assertThat(stored()).hasSizeLessThanOrEqualTo(recorded.size() + crash);
        }
        try (CloudHistory history = CloudStores.open(settings, Clock.systemUTC())) {
            // Starting again, it records all of them once more, the one that it died at included.
            List<String> all = new ArrayList<>(new HashSet<>(stored()));
            all.addAll(recorded);
            all.forEach(id -> CloudRecordingProcess.record(history, id));

            for (String id : recorded) {
                assertThat(history.find(new ScanId(id))).get().matches(ScanRecord::complete);
            }
            assertThat(stored()).doesNotHaveDuplicates().hasSameSizeAs(new HashSet<>(all));
            assertThat(history.outbox().waiting(1000)).hasSameSizeAs(stored());
            assertThat(history.firstSeen("registry.example/payments-api")).hasSize(50);
        }
    }

    @Test
    void shouldKeepTheScansOfManyThreadsOfTwoHistories() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (CloudHistory one = CloudStores.open(settings, Clock.systemUTC());
                CloudHistory two = CloudStores.open(settings, Clock.systemUTC())) {
            List<Future<ScanId>> saves = IntStream.range(0, 48)
                    .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? one : two)
                            .record(Scans.failing("scan-" + i / 2)
                                    .findings(Scans.findings(20))
                                    .named("registry.example/app-" + i / 2 % 3)
                                    .at(Scans.NOON.plusSeconds(i / 2))
                                    .make())))
                    .toList();
            Set<String> ids = new HashSet<>();
            for (Future<ScanId> save : saves) {
                ids.add(save.get().value());
            }

            assertThat(stored()).doesNotHaveDuplicates().hasSize(24).hasSameElementsAs(ids);
            assertThat(one.firstSeen("registry.example/app-1")).hasSize(20);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
