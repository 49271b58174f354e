package io.jenkins.plugins.qualysfargate.engine.push;

import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.deletion;
import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.digest;
import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.lease.Lease;
import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages from their receipt to their end, over fakes at every border. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PushDrainTest {
    private static final Duration HOLD = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofHours(2);

    private final FakePushQueue queue = new FakePushQueue();
    private final FakeHistory history = new FakeHistory();
    private final InMemoryLeases leases = new InMemoryLeases();
    private final FakeImageScan scans = new FakeImageScan(history, queue.clock());
    private final List<DrainEvent> events = new CopyOnWriteArrayList<>();

    private DrainOutcome drain(Leases shared, ImageScan scanning, int workers) {
        return new PushDrain(queue, shared, scanning, settings(workers), queue.clock()).run(events::add, () -> false);
    }

    private DrainOutcome drain() {
        return drain(leases, scans, 1);
    }

    private static DrainSettings settings(int workers) {
        // The time of the fakes leaps, and with it would a hold.
        return DrainSettings.of("test", workers).idle(IDLE).holding(workers > 1 ? Duration.ofDays(1) : HOLD);
    }

    private List<Digest> scanned() {
        return history.recorded().stream().map(scan -> scan.image().digest()).toList();
    }

    private List<DrainEvent.Kind> kinds() {
        return events.stream().map(DrainEvent::kind).toList();
    }

    @Test
    void shouldScanEveryPushAndDeleteItsMessage() {
        queue.send(List.of(event(1), event(2), event(3)));

        DrainOutcome outcome = drain(leases, scans, 2);

        assertThat(outcome).isEqualTo(new DrainOutcome(3, 3, 0, 0, 0, 0, 0, 0));
        assertThat(scanned()).containsExactlyInAnyOrder(digest(1), digest(2), digest(3));
        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldTellHowLateAPushIs() {
        queue.send(List.of(event(1)));

        drain();

        assertThat(events.get(0).kind()).isEqualTo(DrainEvent.Kind.RECEIVED);
        assertThat(events.get(0).time()).isEqualTo(Duration.ofMinutes(2));
        assertThat(events.get(1).kind()).isEqualTo(DrainEvent.Kind.SCANNED);
    }

    @Test
    void shouldScanADigestOnceWhenItsEventComesTwice() {
        queue.send(List.of(event(1), event(1)));

        DrainOutcome outcome = drain();

        assertThat(scanned()).containsExactly(digest(1));
        assertThat(outcome.known()).isEqualTo(1);
        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldScanAgainWhenTheScanIsNotFreshEnough() {
        history.record(Scans.passing("old").of(digest(1)).make());
        queue.pass(Duration.ofMinutes(1));
        Push push = Pushes.push(1);
        queue.send(List.of(ScanWish.write(new Push(
                push.registry(), push.repository(), push.digest(), null, queue.time(), "sweep-1", queue.time()))));

        drain();

        assertThat(scanned()).containsExactly(digest(1), digest(1));
    }

    @Test
    void shouldRejectWhatIsNoEventAndDeleteWhatIsNoPush() {
        queue.send(List.of("no event", deletion(1)));

        DrainOutcome outcome = drain();

        assertThat(outcome).isEqualTo(new DrainOutcome(0, 0, 0, 0, 0, 1, 1, 0));
        assertThat(queue.rejected())
                .singleElement()
                .satisfies(it -> assertThat(it.body()).isEqualTo("no event"))
                .satisfies(it -> assertThat(it.reason()).startsWith("The body cannot be read"));
        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldWaitForWhoIsScanningTheSameDigest() {
        Lease other = leases.take("scan:" + digest(1), "other", queue.time(), Duration.ofMinutes(40))
                .orElseThrow();
        queue.send(List.of(event(1)));

        DrainOutcome outcome = drain();

        assertThat(kinds()).contains(DrainEvent.Kind.POSTPONED, DrainEvent.Kind.SCANNED);
        assertThat(scanned()).containsExactly(digest(1));
        assertThat(history.recorded().get(0).scannedAt()).isAfterOrEqualTo(other.until());
        assertThat(outcome.postponed()).isGreaterThan(1);
        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldTryAnImageWithoutAnswerSomeTimesAndThenLeaveItToTheSweep() {
        scans.breakDown();
        queue.send(List.of(event(1)));

        DrainOutcome outcome = drain();

        assertThat(outcome.indeterminate()).isEqualTo(3);
        assertThat(history.recorded()).hasSize(3).noneMatch(ScanRecord::complete);
        assertThat(queue.size()).isZero();
        assertThat(queue.rejected()).isEmpty();
    }

    @Test
    void shouldPutItBackWhileTheHistoryIsAwayAndUseUpNoReceipts() {
        queue.send(List.of(event(1), event(2)));
        history.failWith(new HistoryUnavailableException("the table is not there", null));
        Instant outage = queue.time().plus(Duration.ofHours(1));
        DrainLog recovering = event -> {
            events.add(event);
            if (event.kind() == DrainEvent.Kind.POSTPONED && event.time() != null) {
                queue.pass(event.time());
            }
            if (!queue.time().isBefore(outage)) {
                history.recover();
            }
        };

        new PushDrain(queue, leases, scans, settings(1), queue.clock()).run(recovering, () -> false);

        assertThat(scanned()).containsExactlyInAnyOrder(digest(1), digest(2));
        assertThat(queue.size()).isZero();
        assertThat(queue.renewed())
                .as("put back as new before the queue would give it up")
                .isPositive();
        assertThat(events)
                .filteredOn(it -> it.kind() == DrainEvent.Kind.POSTPONED)
                .allSatisfy(it -> assertThat(it.detail()).isEqualTo("the table is not there"));
    }

    @Test
    void shouldPutItBackWhileTheLeasesAreAway() {
        queue.send(List.of(event(1)));
        AtomicBoolean away = new AtomicBoolean(true);
        Leases failing = new Wrapped(leases) {
            @Override
            public Optional<Lease> take(String name, String owner, Instant now, Duration length) {
                if (away.getAndSet(false)) {
                    throw new LeasesUnavailableException("the table is not there", null);
                }
                return super.take(name, owner, now, length);
            }
        };
        DrainLog passing = event -> {
            events.add(event);
            queue.pass(Duration.ofSeconds(2));
        };

        new PushDrain(queue, failing, scans, settings(1), queue.clock()).run(passing, () -> false);

        assertThat(kinds()).contains(DrainEvent.Kind.POSTPONED);
        assertThat(scanned()).containsExactly(digest(1));
    }

    @Test
    void shouldEndTheScanWhoseLeaseIsLost() {
        queue.send(List.of(event(1)));
        AtomicBoolean first = new AtomicBoolean(true);
        FakeImageScan slow = new FakeImageScan(history, queue.clock()) {
            @Override
            void whileRunning(Push push, BooleanSupplier cancelled) {
                if (first.getAndSet(false)) {
                    assertThat(cancelled.getAsBoolean()).isFalse();
                    queue.pass(Duration.ofMinutes(6));
                    assertThat(cancelled.getAsBoolean()).isTrue();
                }
            }
        };

        drain(leases, slow, 1);

        assertThat(kinds())
                .containsExactly(
                        DrainEvent.Kind.RECEIVED,
                        DrainEvent.Kind.POSTPONED,
                        DrainEvent.Kind.RECEIVED,
                        DrainEvent.Kind.SCANNED);
        assertThat(history.recorded()).filteredOn(ScanRecord::complete).hasSize(1);
    }

    @Test
    void shouldLengthenTheHoldWhileTheScanRuns() {
        queue.send(List.of(event(1)));
        List<String> renewed = new CopyOnWriteArrayList<>();
        Leases watched = new Wrapped(leases) {
            @Override
            public Optional<Lease> renew(Lease lease, Instant now, Duration length) {
                renewed.add(lease.name());
                return super.renew(lease, now, length);
            }
        };
        FakeImageScan slow = new FakeImageScan(history, queue.clock()) {
            @Override
            void whileRunning(Push push, BooleanSupplier cancelled) {
                while (renewed.size() < 3) {
                    Thread.onSpinWait();
                }
            }
        };

        new PushDrain(queue, watched, slow, settings(1).holding(Duration.ofSeconds(1)), queue.clock())
                .run(events::add, () -> false);

        assertThat(renewed).contains("scan:" + digest(1));
        assertThat(kinds()).containsExactly(DrainEvent.Kind.RECEIVED, DrainEvent.Kind.SCANNED);
    }

    @Test
    void shouldGiveARunningScanBackWhenItIsStopped() {
        queue.send(List.of(event(1), event(2)));
        AtomicBoolean stopped = new AtomicBoolean();
        FakeImageScan endless = new FakeImageScan(history, queue.clock()) {
            @Override
            void whileRunning(Push push, BooleanSupplier cancelled) {
                stopped.set(true);
                while (!cancelled.getAsBoolean()) {
                    Thread.onSpinWait();
                }
            }
        };

        DrainOutcome outcome = new PushDrain(queue, leases, endless, settings(1).grace(Duration.ZERO), queue.clock())
                .run(events::add, stopped::get);

        assertThat(outcome.postponed()).isEqualTo(1);
        assertThat(queue.receive(10, Duration.ZERO, Duration.ZERO)).hasSize(2);
        assertThat(leases.take("scan:" + digest(1), "other", queue.time(), IDLE))
                .isPresent();
    }

    @Test
    void shouldStopWhenItsThreadIsInterrupted() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            PushDrain endless = new PushDrain(queue, leases, scans, DrainSettings.of("test", 1), queue.clock());
            Future<Boolean> interrupted = thread.submit(() -> {
                endless.run(events::add, () -> false);
                return Thread.currentThread().isInterrupted();
            });
            queue.send(List.of(event(1)));
            while (queue.size() > 0) {
                Thread.onSpinWait();
            }
            thread.shutdownNow();

            assertThat(interrupted.get()).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void shouldComeToKnowWhatCouldNotBeDeleted() {
        queue.send(List.of(event(1)));
        DrainLog away = event -> {
            events.add(event);
            switch (event.kind()) {
                case SCANNED -> queue.failWith(new QueueUnavailableException("no answer", true, null));
                case TROUBLE -> queue.failWith(null);
                default -> {}
            }
        };

        DrainOutcome outcome = new PushDrain(queue, leases, scans, settings(1), queue.clock()).run(away, () -> false);

        assertThat(kinds())
                .containsExactly(
                        DrainEvent.Kind.RECEIVED,
                        DrainEvent.Kind.SCANNED,
                        DrainEvent.Kind.TROUBLE,
                        DrainEvent.Kind.RECEIVED,
                        DrainEvent.Kind.KNOWN);
        assertThat(outcome.known()).isEqualTo(1);
        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldOutliveAWorkerThatBreaks() {
        queue.send(List.of(event(1)));
        AtomicBoolean first = new AtomicBoolean(true);
        FakeImageScan faulty = new FakeImageScan(history, queue.clock()) {
            @Override
            void whileRunning(Push push, BooleanSupplier cancelled) {
                if (first.getAndSet(false)) {
                    throw new IllegalStateException("a fault of ours");
                }
            }
        };

        drain(leases, faulty, 1);

        assertThat(kinds()).contains(DrainEvent.Kind.TROUBLE, DrainEvent.Kind.SCANNED);
        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldSayAtOnceThatThereIsNoQueue() {
        PushQueue missing = new MissingQueue();

        assertThatThrownBy(() ->
                        new PushDrain(missing, leases, scans, settings(1), queue.clock()).run(events::add, () -> false))
                .isInstanceOf(QueueUnavailableException.class)
                .hasMessage("Create queue image-pushes.");
    }

    @Test
    void shouldNeverScanADigestTwiceAtOnceWhenSeveralShareTheQueue() throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            bodies.add(event(i / 3));
        }
        Collections.shuffle(bodies, new Random(7));
        queue.send(bodies);
        ExecutorService controllers = Executors.newFixedThreadPool(3);
        try {
            List<Future<DrainOutcome>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(controllers.submit(() -> drain(leases, scans, 4)));
            }
            for (Future<DrainOutcome> each : running) {
                each.get();
            }
        } finally {
            controllers.shutdownNow();
        }

        assertThat(scans.overlapping()).isEmpty();
        assertThat(scanned()).hasSize(100).doesNotHaveDuplicates();
        assertThat(queue.size()).isZero();
    }

    /** Leases of which a test changes one method. */
    private static class Wrapped implements Leases {
        private final Leases leases;

        Wrapped(Leases leases) {
            this.leases = leases;
        }

        @Override
        public Optional<Lease> take(String name, String owner, Instant now, Duration length) {
            return leases.take(name, owner, now, length);
        }

        @Override
        public Optional<Lease> renew(Lease lease, Instant now, Duration length) {
            return leases.renew(lease, now, length);
        }

        @Override
        public void release(Lease lease) {
            leases.release(lease);
        }
    }
}
