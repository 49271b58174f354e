package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;

/**
 * Somebody sees to it, for a while.
 *
 * @param until after that people are told again
 */
public record Ack(String by, String why, Instant at, Instant until) {}
