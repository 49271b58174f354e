package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when a condition is as it is, for subjects that have no runs.
 *
 * @param episode when the present occurrence began: with the first look, and after each recovery
 * @param unhealthySince null while it is well
 * @param healthySince null while it is not
 */
public record Health(
        Instant episode,
        @Nullable Instant unhealthySince,
        @Nullable Instant healthySince) {}
