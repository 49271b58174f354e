package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Saved messages that wait for delivery. Messages come in together with the change that they tell of, so there is no way to
 * put one in here. Several processes may share an outbox; may be called from any thread.
 *
 * <p>Every method throws a {@link RuntimeException} of its store if that cannot be reached.
 */
public interface Outbox {

    /**
     * Takes a message that is due, the one that waits longest first; nobody else gets it before the lease ends.
     *
     * @param channel only messages to this one
     * @param limit at most this many, at least 1
     */
    List<Claim> claim(String channel, Instant now, Duration lease, int limit);

    /** Done with; does nothing if the claim is no longer this caller's, because then it is delivered again anyway. */
    void delivered(Claim claim);

    /** To be tried again then; does nothing if the claim is no longer this caller's. */
    void postpone(Claim claim, Instant retryAt, String reason);

    /** Given up, kept for people to see; does nothing if the claim is no longer this caller's. */
    void abandon(Claim claim, Instant now, String reason);

    /** Messages that wait, oldest first. */
    List<OutboxMessage> waiting(int limit);

    /** Messages that were given up, newest first. */
    List<Undelivered> undelivered(int limit);
}
