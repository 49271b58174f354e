package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Nothing is received while a store does not work, so that an outage uses up no receipts; it lasts longer each time. */
final class Pause {
    private final Clock clock;
    private Instant until = Instant.EPOCH;
    private int troubles;

    Pause(Clock clock) {
        this.clock = clock;
    }

    /** Begins one, unless one lasts already. @return how long it still takes */
    synchronized Duration begin() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            troubles++;
            until = now.plus(Backoff.TROUBLE.after(troubles));
        }
        return Duration.between(now, until);
    }

    /** Everything works. */
    synchronized void end() {
        troubles = 0;
        until = Instant.EPOCH;
    }

    synchronized boolean lasts() {
        return clock.instant().isBefore(until);
    }
}
