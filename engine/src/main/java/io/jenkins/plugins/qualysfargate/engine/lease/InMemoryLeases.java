package io.jenkins.plugins.qualysfargate.engine.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases of one process, for those that share nothing with another. */
public final class InMemoryLeases implements Leases {
    private final Map<String, Lease> leases = new HashMap<>();

    @Override
    public synchronized Optional<Lease> take(String name, String owner, Instant now, Duration length) {
        Lease last = leases.get(name);
        if (last != null && last.until().isAfter(now)) {
            return Optional.empty();
        }
        Lease taken = new Lease(name, owner, last == null ? 1 : last.token() + 1, now.plus(length));
        leases.put(name, taken);
        return Optional.of(taken);
    }

    @Override
    public synchronized Optional<Lease> renew(Lease lease, Instant now, Duration length) {
        Lease last = leases.get(lease.name());
        if (last == null || last.token() != lease.token() || !last.until().isAfter(now)) {
            return Optional.empty();
        }
        Lease renewed = new Lease(lease.name(), lease.owner(), lease.token(), now.plus(length));
        leases.put(lease.name(), renewed);
        return Optional.of(renewed);
    }

    // What is left of it keeps the token, because the next one must be higher.
    @Override
    public synchronized void release(Lease lease) {
        leases.computeIfPresent(
                lease.name(),
                (name, last) -> last.token() == lease.token()
                        ? new Lease(name, last.owner(), last.token(), Instant.EPOCH)
                        : last);
    }
}
