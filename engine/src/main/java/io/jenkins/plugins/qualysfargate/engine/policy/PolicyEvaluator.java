package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;

/** Judges a complete report by a policy: the same arguments always give the same judgement. */
public final class PolicyEvaluator {
    private PolicyEvaluator() {}

    /**
     * The verdict on this report at {@code context.now()}, with the numbers and remarks behind it. Takes the findings in
     * one pass and keeps only as many as are ever listed.
     */
    public static Judgement judge(Policy policy, ScanReport report, Context context) {
        Conclusion conclusion = new Conclusion();
        SeverityRanks ranks = new SeverityRanks(policy.unknownCountsAs());
        Waivers waivers = new Waivers(policy.exceptions(), report, context);
        FindingJudge findings = new FindingJudge(policy, ranks, waivers, context);
        new Prerequisites(policy, context).check(report, conclusion);
        findings.judge(report, conclusion);
        new SecretJudge(policy, ranks, waivers).judge(report, conclusion);
        new PackageJudge(policy.deny(), waivers).judge(report, conclusion);
        waivers.conclude(conclusion);
        return new Judgement(
                conclusion.verdict(),
                findings.counts(),
                report.secrets().size(),
                waivers.waived(),
                conclusion.warnings(),
                findings.novelty());
    }
}
