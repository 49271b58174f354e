package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A queue that hands a message out again and again, to one process at a time, until it is deleted. A message may come twice
 * and in any order. May be called from any thread.
 *
 * <p>Every method throws {@link QueueUnavailableException} if the queue does not do it.
 */
public interface PushQueue {
    /** Most messages of one receipt. */
    int LARGEST_BATCH = 10;

    /** After so many receipts the queue moves a message to the dead letters by itself; 0 if it never does. */
    int receipts();

    /**
     * Takes messages; nobody else gets them for as long as they are hidden.
     *
     * @param max 1 to {@value #LARGEST_BATCH}
     * @param wait for the first one, up to 20 seconds
     */
    List<QueuedMessage> receive(int max, Duration wait, Duration hidden);

    /**
     * Hides a message from now on for so long; for no time, and it may be received at once.
     *
     * @return false if it is no longer this receipt's to hide
     */
    boolean hide(QueuedMessage message, Duration hidden);

    /** Done with. One that cannot be deleted comes again. */
    void delete(Collection<QueuedMessage> messages);

    /**
     * Puts the message back as a new one that nobody has received yet, so that having been received often does not make the
     * queue give it up. If this fails on the way there may be two of it, and never none.
     */
    void renew(QueuedMessage message, Duration hidden);

    /**
     * Moves a message to the dead-letter queue, with the reason beside it. If this fails on the way it may be in both
     * queues, and is never in none.
     */
    void reject(QueuedMessage message, String reason);

    /** Puts new messages in; if this fails some of them may be in. */
    void send(List<String> bodies);
}
