package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.digest;
import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The drain as a process that is killed in the middle, and started again. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DrainProcessTest {
    private static final int IMAGES = 60;

    @TempDir
    Path directory;

    private Process start(TestQueue queue) throws IOException {
        return DrainingProcess.start(StandIns.sqs(), queue.name(), directory.resolve("history"));
    }

    // Killed by its handle, because the process itself would close the stream too.
    private void runAndKill(TestQueue queue, int events) throws Exception {
        Process process = start(queue);
        try (BufferedReader output = process.inputReader()) {
            for (int i = 0; i < events; i++) {
                assertThat(output.readLine()).isNotNull();
            }
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).isNotZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<ScanSummary> recorded() {
        return H2History.open(directory.resolve("history"), Clock.systemUTC()).list(HistoryQuery.newest(1000));
    }

    @Test
    void shouldLoseNothingAndRecordNothingTwiceWhenItIsKilled() throws Exception {
        try (TestQueue queue = TestQueue.create(20)) {
            queue.open()
                    .send(IntStream.range(0, IMAGES * 2)
                            .mapToObj(i -> event(i % IMAGES))
                            .toList());
            for (int events : new int[] {1, 9, 30}) {
                runAndKill(queue, events);
            }
            assertThat(recorded()).hasSizeLessThan(IMAGES);

            Process last = start(queue);
            try (BufferedReader output = last.inputReader()) {
                assertThat(output.lines().count()).isPositive();
            }
            assertThat(last.waitFor()).isZero();

            assertThat(recorded())
                    .extracting(ScanSummary::digest)
                    .containsExactlyInAnyOrder(
                            IntStream.range(0, IMAGES).mapToObj(i -> digest(i)).toArray(Digest[]::new));
            assertThat(queue.size()).isZero();
            assertThat(queue.dead()).isEmpty();
        }
    }
}
