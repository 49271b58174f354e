package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.threat.EpssScores;
import io.jenkins.plugins.qualysfargate.engine.threat.KevCatalog;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a policy needs before it can say anything; where it is missing, the answer is that there is none. */
final class Prerequisites {
    /** Feeds are dated by day and clocks differ; anything later than this is a wrong date and could hide a stale feed. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private final Policy policy;
    private final Context context;

    Prerequisites(Policy policy, Context context) {
        this.policy = policy;
        this.context = context;
    }

    void check(ScanReport report, Conclusion conclusion) {
        checkScanTypes(report, conclusion);
        if (policy.baselineRequired() && context.baseline() == null) {
            conclusion.missing(new Verdict.Indeterminate(
                    IndeterminateCause.MISSING_DATA,
                    "The policy requires a baseline to compare with, and no earlier scan of this image is known.",
                    "Scan the image that is to be compared with first, or write baseline: optional, which takes every"
                            + " finding for a new one."));
        }
        if (policy.threats().denyKev()) {
            KevCatalog kev = context.threats().kev();
            checkFeed(
                    "kev",
                    "catalogue of exploited vulnerabilities (CISA KEV)",
                    kev == null ? null : kev.released(),
                    conclusion);
        }
        if (policy.threats().epssMax() != null) {
            EpssScores epss = context.threats().epss();
            checkFeed(
                    "epss", "feed of exploit probabilities (EPSS)", epss == null ? null : epss.scoredAt(), conclusion);
        }
    }

    private void checkScanTypes(ScanReport report, Conclusion conclusion) {
        for (ScanType type : policy.requiredScanTypes().stream().sorted().toList()) {
            if (!report.scanTypes().contains(type)) {
                conclusion.missing(new Verdict.Indeterminate(
                        IndeterminateCause.INCOMPLETE_SCAN,
                        "The policy requires a scan of type " + type.word() + ", and the report "
                                + (report.scanTypes().isEmpty()
                                        ? "does not tell what was looked for."
                                        : "shows that none was made."),
                        "Scan with " + type.word() + " among the scan types, and judge the report together with its"
                                + " inventory."));
            }
        }
    }

    private void checkFeed(String key, String feed, @Nullable Instant dated, Conclusion conclusion) {
        String fault = null;
        if (dated == null) {
            fault = "is not at hand";
        } else if (dated.plus(policy.threats().maxAge()).isBefore(context.now())) {
            fault = "is of " + dated + ", which is older than the accepted age of "
                    + policy.threats().maxAge().toHours() + " hours";
        } else if (dated.isAfter(context.now().plus(CLOCK_TOLERANCE))) {
            fault = "is dated " + dated + ", which lies in the future";
        }
        if (fault != null) {
            conclusion.missing(new Verdict.Indeterminate(
                    IndeterminateCause.MISSING_DATA,
                    "The policy needs the " + feed + ", which " + fault + ".",
                    "Provide a current feed, or take " + key + " out of the policy."));
        }
    }
}
