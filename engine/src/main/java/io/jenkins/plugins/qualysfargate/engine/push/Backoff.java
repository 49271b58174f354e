package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Duration;

/** How long to wait before something is tried again: longer each time, up to a limit. */
final class Backoff {
    /** After trouble with the queue, the history or the leases. */
    static final Backoff TROUBLE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

    /** For a message whose image somebody else is scanning: as long as a scan may take, so that few receipts are used up. */
    static final Backoff BUSY = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(15));

    /** For an image that gave no complete answer. */
    static final Backoff ANOTHER_ATTEMPT = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(15));

    private static final int FACTOR = 3;
    private static final int MOST_STEPS = 20;

    private final Duration first;
    private final Duration longest;

    private Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** @param time 1 for the first time */
    Duration after(int time) {
        Duration delay = first;
        for (int i = 1; i < Math.min(time, MOST_STEPS) && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(FACTOR);
        }
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
