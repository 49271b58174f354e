package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;

/**
 * How far a run was when it last got on.
 *
 * @param at when this value was first seen
 */
public record Progress(String runId, long value, Instant at) {}
