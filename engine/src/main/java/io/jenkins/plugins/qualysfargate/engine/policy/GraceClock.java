package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells which findings are still within the grace of their severity. Without a baseline none is. */
final class GraceClock {
    private final Grace grace;
    private final SeverityRanks ranks;
    private final @Nullable Baseline baseline;
    private final Instant now;
    private long spared;
    private @Nullable Instant firstEnd;

    GraceClock(Policy policy, SeverityRanks ranks, Context context) {
        this.grace = policy.grace();
        this.ranks = ranks;
        this.baseline = context.baseline();
        this.now = context.now();
    }

    /** True before the end of the grace; a finding that was never seen before was first seen now. */
    boolean spares(Finding finding) {
        if (baseline == null || grace.bySeverity().isEmpty()) {
            return false;
        }
        Duration time = ranks.of(finding.severity()).stream()
                .map(grace::of)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return !time.isZero() && sparesUntil(firstSeen(finding, baseline).plus(time));
    }

    /** Called only for findings that would count otherwise, so that the remark tells how many the grace really spares. */
    private boolean sparesUntil(Instant end) {
        if (!now.isBefore(end)) {
            return false;
        }
        spared++;
        firstEnd = firstEnd == null || end.isBefore(firstEnd) ? end : firstEnd;
        return true;
    }

    /** The earliest sighting of any of its packages. A time in the future is a wrong clock and would prolong the grace. */
    private Instant firstSeen(Finding finding, Baseline known) {
        return FindingIdentity.of(finding).stream()
                .map(known.firstSeen()::get)
                .filter(Objects::nonNull)
                .filter(seen -> !seen.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    void conclude(Conclusion conclusion) {
        if (firstEnd != null) {
            conclusion.warn("The grace of the policy has not run out for " + spared
                    + (spared == 1 ? " finding" : " findings") + ", so the limits do not count "
                    + (spared == 1 ? "it" : "them") + " yet; the first one counts from "
                    + firstEnd.truncatedTo(ChronoUnit.SECONDS) + " on.");
        }
        if (baseline == null && !grace.bySeverity().isEmpty()) {
            conclusion.warn(
                    "No earlier scan of this image is known, so nobody knows since when its findings have been there,"
                            + " and the policy's grace is not applied.");
        }
    }
}
