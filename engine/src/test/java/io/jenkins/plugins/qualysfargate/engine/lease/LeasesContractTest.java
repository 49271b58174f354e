package io.jenkins.plugins.qualysfargate.engine.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of leases must do; a store's test extends this one. */
public abstract class LeasesContractTest {
    protected static final Instant NOON = Instant.parse("2026-01-22T12:00:00Z");
    protected static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String SCAN = "scan:sha256:" + "a".repeat(64);

    private Leases leases;

    /** Leases that nobody has taken. */
    protected abstract Leases open();

    @BeforeEach
    void openLeases() {
        leases = open();
    }

    private Lease take(String owner, Instant now) {
        return leases.take(SCAN, owner, now, MINUTE).orElseThrow();
    }

    @Test
    void shouldGiveALeaseToOneOwner() {
        Lease lease = take("one", NOON);

        assertThat(lease.name()).isEqualTo(SCAN);
        assertThat(lease.owner()).isEqualTo("one");
        assertThat(lease.until()).isEqualTo(NOON.plus(MINUTE));
        assertThat(leases.take(SCAN, "two", NOON.plusSeconds(59), MINUTE)).isEmpty();
        assertThat(leases.take(SCAN, "one", NOON, MINUTE)).isEmpty();
        assertThat(leases.take("scan:other", "two", NOON, MINUTE)).isPresent();
    }

    @Test
    void shouldGiveItToTheNextWhenItsTimeIsOverWithAHigherToken() {
        Lease first = take("one", NOON);
        Lease second = take("two", NOON.plus(MINUTE));

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(leases.renew(first, NOON.plus(MINUTE), MINUTE)).isEmpty();
    }

    @Test
    void shouldGrowTheTokenAlsoOverARelease() {
        Lease first = take("one", NOON);
        leases.release(first);
        Lease second = take("two", NOON);
        leases.release(second);
        Lease third = take("one", NOON);

        assertThat(List.of(first.token(), second.token(), third.token()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldLengthenALeaseThatIsStillHeld() {
        Lease lease = take("one", NOON);

        Lease renewed = leases.renew(lease, NOON.plusSeconds(30), MINUTE).orElseThrow();

        assertThat(renewed).isEqualTo(new Lease(SCAN, "one", lease.token(), NOON.plusSeconds(90)));
        assertThat(leases.take(SCAN, "two", NOON.plusSeconds(89), MINUTE)).isEmpty();
        assertThat(leases.take(SCAN, "two", NOON.plusSeconds(90), MINUTE)).isPresent();
    }

    @Test
    void shouldNotLengthenALeaseThatWasGivenBackOrIsOver() {
        Lease released = take("one", NOON);
        leases.release(released);
        assertThat(leases.renew(released, NOON, MINUTE)).isEmpty();

        Lease over = take("two", NOON);
        assertThat(leases.renew(over, NOON.plus(MINUTE), MINUTE)).isEmpty();
    }

    @Test
    void shouldTakeNothingFromTheNextOwnerWhenALostLeaseIsReleased() {
        Lease lost = take("one", NOON);
        take("two", NOON.plus(MINUTE));

        leases.release(lost);

        assertThat(leases.take(SCAN, "three", NOON.plus(MINUTE), MINUTE)).isEmpty();
    }

    @Test
    void shouldGiveALeaseToOneOfManyWhoAskAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Lease>>> askers = IntStream.range(0, 16)
                    .<Callable<Optional<Lease>>>mapToObj(i -> () -> leases.take(SCAN, "owner-" + i, NOON, MINUTE))
                    .toList();
            int given = 0;
            for (Future<Optional<Lease>> answer : threads.invokeAll(askers)) {
                given += answer.get().isPresent() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
