package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * GuardDuty's own count of the ECS clusters of one account in one region.
 *
 * @param all of any status, also of one that is not known here
 */
public record CoverageFigures(String account, String region, long healthy, long all) {

    /** As GuardDuty counts it, 0 to 100; null if there is no cluster. */
    public @Nullable Double percent() {
        return all == 0 ? null : 100.0 * healthy / all;
    }

    /** For people. */
    public String words() {
        Double percent = percent();
        return percent == null
                ? "GuardDuty counts no ECS cluster"
                : String.format(Locale.ROOT, "%d of %d clusters healthy (%.1f %%)", healthy, all, percent);
    }
}
