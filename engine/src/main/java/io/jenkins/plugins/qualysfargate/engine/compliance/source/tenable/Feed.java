package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Vulnerability data that scans depend on.
 *
 * @param id as the server names it
 * @param stale null if the server does not say
 * @param updatedAt null if the server does not say
 * @param subscription {@code Valid} if it is; empty if the server does not say
 */
record Feed(String id, @Nullable Boolean stale, @Nullable Instant updatedAt, boolean updating, String subscription) {}
