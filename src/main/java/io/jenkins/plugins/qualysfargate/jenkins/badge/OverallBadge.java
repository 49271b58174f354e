package io.jenkins.plugins.qualysfargate.jenkins.badge;

import hudson.ExtensionPoint;
import io.jenkins.plugins.qualysfargate.engine.badge.Badge;
import java.time.Instant;
import java.util.Optional;

/** A badge of this Jenkins as a whole, served as {@code /qualys-fargate/badge/compliance}. */
public interface OverallBadge extends ExtensionPoint {

    /** Empty if there is nothing to show. */
    Optional<Badge> badge(Instant now);

    /** Whether the present user may see it. */
    boolean isVisible();

    /** Whether everybody may see it. */
    boolean isPublic();
}
