package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.lease.Lease;
import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets one controller at a time decide and launch at a source; which one, is told by leases if there are several. */
final class Turns {
    /** Longer than a decision and a launch take. */
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private final Controllers controllers;
    private final Clock clock;

    Turns(Controllers controllers, Clock clock) {
        this.controllers = controllers;
        this.clock = clock;
    }

    /**
     * A turn at a source.
     *
     * @param lease null if there is nobody to take turns with
     */
    record Turn(String sourceId, @Nullable Lease lease) {

        /** True if it is surely still ours. */
        boolean holds(Instant now) {
            return lease == null || now.isBefore(lease.until().minusSeconds(60));
        }
    }

    /**
     * Empty if it is somebody else's.
     *
     * @throws LeasesUnavailableException if nobody can tell whose it is
     */
    Optional<Turn> take(String sourceId) {
        Leases leases = controllers.leases();
        if (leases == null) {
            return Optional.of(new Turn(sourceId, null));
        }
        return leases.take("resubmit:" + sourceId, controllers.owner(), clock.instant(), LENGTH)
                .map(lease -> new Turn(sourceId, lease));
    }

    void giveBack(Turn turn) {
        if (turn.lease() != null && controllers.leases() != null) {
            controllers.leases().release(turn.lease());
        }
    }
}
