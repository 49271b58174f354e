package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That GuardDuty says to have changed its mind about a cluster. It comes at least once and in any order, so it is a hint to look
 * and no answer.
 *
 * @param subjectId of the cluster, see {@link GuardDutyCoverageSource}
 * @param condition as the event tells it
 * @param previousStatus GuardDuty's word; empty if it does not say
 * @param issues in GuardDuty's words
 * @param lastUpdatedAt null if it does not say
 */
public record CoverageEvent(
        String subjectId,
        Condition condition,
        String previousStatus,
        List<String> issues,
        @Nullable Instant lastUpdatedAt) {
    public CoverageEvent {
        issues = List.copyOf(issues);
    }

    /**
     * True if it tells something new; a doubled or overtaken event does not.
     *
     * @param stored when what is stored was updated; null if nothing is
     */
    public boolean newerThan(@Nullable Instant stored) {
        return stored == null || (lastUpdatedAt != null && lastUpdatedAt.isAfter(stored));
    }
}
