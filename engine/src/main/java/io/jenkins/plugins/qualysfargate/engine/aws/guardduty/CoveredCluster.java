package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What GuardDuty says of one ECS cluster.
 *
 * @param cluster its name
 * @param status {@code HEALTHY}, {@code UNHEALTHY} or a word that is not known here
 * @param issues in GuardDuty's words, none empty
 * @param management {@code AUTO_MANAGED}, {@code MANUAL}, {@code DISABLED}; empty if it does not say
 * @param covered container instances with an agent; 0 on Fargate
 * @param compatible container instances that could have one; 0 on Fargate
 * @param updatedAt of the last new task or status, so that an old one is no staleness; null if it does not say
 */
record CoveredCluster(
        String account,
        String cluster,
        String status,
        List<String> issues,
        String management,
        long covered,
        long compatible,
        @Nullable Instant updatedAt) {
    CoveredCluster {
        issues = List.copyOf(issues);
    }
}
