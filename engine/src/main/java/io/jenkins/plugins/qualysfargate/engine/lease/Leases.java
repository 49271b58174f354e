package io.jenkins.plugins.qualysfargate.engine.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leases that several processes share. May be called from any thread. Every method throws
 * {@link LeasesUnavailableException} if the store cannot be reached; then nobody may take it that a lease is theirs.
 */
public interface Leases {

    /** Takes the lease if nobody has it; empty if somebody does. The same owner does not get it twice. */
    Optional<Lease> take(String name, String owner, Instant now, Duration length);

    /** Lengthens a lease that is still this one's; empty if it was lost. */
    Optional<Lease> renew(Lease lease, Instant now, Duration length);

    /** Gives it back; does nothing if it was lost. */
    void release(Lease lease);
}
