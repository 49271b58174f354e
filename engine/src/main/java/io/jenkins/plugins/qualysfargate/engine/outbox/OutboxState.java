package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an outbox is doing.
 *
 * @param waiting messages that are not delivered yet
 * @param oldest when the oldest of them was created; null if none waits
 * @param abandoned messages that were given up
 */
public record OutboxState(long waiting, @Nullable Instant oldest, long abandoned) {}
