package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Instant;

/**
 * A message that is this process' for a while.
 *
 * @param id the same each time that the message is received
 * @param receipt proves that it is ours; another one with every receipt
 * @param receiveCount 1 when it is received for the first time
 * @param sentAt when it came into the queue
 */
public record QueuedMessage(String id, String receipt, int receiveCount, Instant sentAt, String body) {}
