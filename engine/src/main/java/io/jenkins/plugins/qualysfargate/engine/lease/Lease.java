package io.jenkins.plugins.qualysfargate.engine.lease;

import java.time.Instant;

/**
 * The right to do one thing until a moment.
 *
 * @param name of the thing, for example {@code scan:sha256:…}
 * @param owner who has it, for messages
 * @param token grows with every new owner of the same name, so that a write of an earlier one can be refused
 */
public record Lease(String name, String owner, long token, Instant until) {}
