package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.push.DrainEvent;
import io.jenkins.plugins.qualysfargate.engine.push.DrainSettings;
import io.jenkins.plugins.qualysfargate.engine.push.FakeImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.PushDrain;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The drain is told to stop while it waits in a long poll. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DrainStopTest {
    @Test
    void shouldNotWaitForTheEndOfALongPoll() throws Exception {
        FakeHistory history = new FakeHistory();
        CountDownLatch scanned = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (TestQueue queue = TestQueue.create(5)) {
            queue.put(event(1));
            PushDrain drain = new PushDrain(
                    queue.open(),
                    new InMemoryLeases(),
                    new FakeImageScan(history, Clock.systemUTC()),
                    DrainSettings.of("test", 2).grace(Duration.ofSeconds(1)),
                    Clock.systemUTC());
            Future<Long> passed = thread.submit(() -> drain.run(
                            event -> {
                                if (event.kind() == DrainEvent.Kind.SCANNED) {
                                    scanned.countDown();
                                }
                            },
                            () -> false)
                    .passed());
            scanned.await();
            thread.shutdownNow();

            assertThat(passed.get(10, TimeUnit.SECONDS))
                    .as("a long poll takes 20 seconds")
                    .isEqualTo(1);
            assertThat(queue.size()).isZero();
        }
        assertThat(history.recorded()).hasSize(1);
    }
}
