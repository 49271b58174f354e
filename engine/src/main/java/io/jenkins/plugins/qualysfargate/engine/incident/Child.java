package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;

/** A failure that a cause explains: listed with it, and paged for only when the cause is gone. */
public record Child(String name, String state, Instant since) {}
