package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Instant;

/**
 * A message that is this caller's to deliver for a while.
 *
 * @param token proves the claim; whoever claims the message later has another one
 * @param attempt 1 for the first one
 * @param until after that the message may be somebody else's
 */
public record Claim(OutboxMessage message, String token, int attempt, Instant until) {}
