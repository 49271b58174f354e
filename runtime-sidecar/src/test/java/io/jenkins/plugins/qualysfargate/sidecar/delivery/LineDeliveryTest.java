package io.jenkins.plugins.qualysfargate.sidecar.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LineDeliveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void shouldWriteLinesInOrder() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineDelivery delivery = LineDelivery.start(out, 10_000);
        for (int i = 0; i < 10; i++) {
            assertThat(delivery.offer(i + "ä\n")).isTrue();
        }

        assertThat(delivery.finish(PATIENCE)).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("0ä\n1ä\n").endsWith("9ä\n");
    }

    @Test
    void shouldNeitherWaitNorGrowWhenNobodyReads() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        LineDelivery delivery = LineDelivery.start(new Slow(reads), 10_000);
        int kept = 0;
        for (int i = 0; i < 1000; i++) {
            kept += delivery.offer("x".repeat(100)) ? 1 : 0;
        }

        assertThat(kept).isBetween(20, 40);
        assertThat(delivery.finish(Duration.ofMillis(1))).isFalse();
        reads.countDown();
        assertThat(delivery.finish(PATIENCE)).isTrue();
    }

    @Test
    void shouldSayThatItCannotWrite() throws Exception {
        LineDelivery delivery = LineDelivery.start(new Broken(), 10_000);
        assertThat(delivery.offer("x")).isTrue();
        while (delivery.failure() == null) {
            LockSupport.parkNanos(1_000_000);
        }

        assertThat(delivery.offer("x")).isFalse();
        assertThat(delivery.finish(PATIENCE)).isFalse();
    }

    @Test
    void shouldCountWhatIsDropped() throws Exception {
        BoundedQueue<String> queue = new BoundedQueue<>(1000);
        for (int i = 0; i < 10; i++) {
            queue.offer("x", 200);
        }

        assertThat(queue.takeDropped()).isEqualTo(7);
        assertThat(queue.takeDropped()).isZero();
        assertThat(queue.poll(Duration.ZERO)).isEqualTo("x");
        assertThat(queue.offer("y", 200)).isTrue();
    }

    private static final class Slow extends OutputStream {
        private final CountDownLatch reads;

        Slow(CountDownLatch reads) {
            this.reads = reads;
        }

        @Override
        public void write(int each) {
            try {
                reads.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int each) throws IOException {
            throw new IOException("broken pipe");
        }
    }
}
