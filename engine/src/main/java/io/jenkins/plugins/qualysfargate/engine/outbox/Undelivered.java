package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Instant;

/** A message that was given up, and why. */
public record Undelivered(OutboxMessage message, int attempts, Instant givenUpAt, String reason) {}
