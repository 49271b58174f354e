package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;

/** Judges a complete report by a policy: the same arguments always give the same judgement. */
public final class PolicyEvaluator {
    private PolicyEvaluator() {}

    /** The verdict on this report at {@code context.now()}, with the numbers and remarks behind it. */
    public static Judgement judge(Policy policy, ScanReport report, Context context) {
        return Judgement.indeterminate(new Verdict.Indeterminate(
                IndeterminateCause.MISSING_DATA,
                "The policy " + policy.name() + " was not applied to the report of " + report.scanner() + " at "
                        + context.now() + ".",
                "Use a build in which the evaluator is complete."));
    }
}
