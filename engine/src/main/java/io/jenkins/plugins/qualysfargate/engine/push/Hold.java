package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.lease.Lease;
import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A message and the lease of its image, both lengthened three times in each of their terms while the scan runs. Once the
 * lease is lost somebody else may scan the image, so this scan has to end.
 */
final class Hold implements AutoCloseable {
    private static final int BEATS_OF_A_TERM = 3;

    private final QueuedMessage message;
    private final Duration term;
    private final Parts parts;
    private final ScheduledFuture<?> beats;
    private volatile Lease lease;
    private volatile boolean lost;
    private boolean closed;

    /** What all holds of a drain share. */
    record Parts(PushQueue queue, Leases leases, ScheduledExecutorService beats, DrainCount count, Clock clock) {}

    Hold(QueuedMessage message, Lease lease, Duration term, Parts parts) {
        this.message = message;
        this.lease = lease;
        this.term = term;
        this.parts = parts;
        long beat = Math.max(1, term.toMillis() / BEATS_OF_A_TERM);
        this.beats = parts.beats().scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    /** True once somebody else may scan the image. */
    boolean lost() {
        return lost || !parts.clock().instant().isBefore(lease.until());
    }

    // Under the lock, so that a message that is given back is not hidden once more by a beat that was on its way.
    private synchronized void beat() {
        if (closed) {
            return;
        }
        // First the lease: a message that comes back before its lease has ended would only be put off.
        renew();
        try {
            boolean ours = parts.queue().hide(message, term);
            if (!ours) {
                parts.count()
                        .trouble("Message " + message.id() + " may be handed out again while its image is scanned.");
            }
        } catch (QueueUnavailableException failed) {
            parts.count().trouble("Message " + message.id() + " was not hidden for longer: " + failed.getMessage());
        }
    }

    private void renew() {
        Instant now = parts.clock().instant();
        try {
            Optional<Lease> renewed = parts.leases().renew(lease, now, term);
            renewed.ifPresentOrElse(longer -> lease = longer, () -> lost = true);
        } catch (LeasesUnavailableException failed) {
            parts.count().trouble("The lease " + lease.name() + " was not lengthened: " + failed.getMessage());
        }
    }

    /** Ends the beats and gives the lease back. */
    @Override
    public synchronized void close() {
        closed = true;
        beats.cancel(false);
        try {
            parts.leases().release(lease);
        } catch (LeasesUnavailableException failed) {
            parts.count()
                    .trouble("The lease " + lease.name() + " ends by itself at " + lease.until() + ": "
                            + failed.getMessage());
        }
    }
}
