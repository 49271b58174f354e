package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the findings of one report one by one, in one pass, past every rule that the policy has. */
final class FindingJudge {
    private final Policy policy;
    private final SeverityRanks ranks;
    private final Waivers waivers;
    private final boolean noWaivers;
    private final NoveltyTracker novelty;
    private final boolean noveltyMatters;
    private final GraceClock grace;
    private final List<FindingRule> rules = new ArrayList<>();
    private final long[] counts = new long[Severity.values().length];
    private long ignoredSuppressed;
    private long ignoredPotential;
    private long unfixable;

    FindingJudge(Policy policy, SeverityRanks ranks, Waivers waivers, Context context) {
        this.policy = policy;
        this.ranks = ranks;
        this.waivers = waivers;
        this.noWaivers = waivers.areNone();
        this.novelty = new NoveltyTracker(context.baseline());
        this.noveltyMatters =
                context.baseline() != null || !policy.newFindings().isUnlimited();
        this.grace = new GraceClock(policy, ranks, context);
        addRules(context);
    }

    /** Only rules that can be broken are asked, which keeps the plain policy fast. */
    private void addRules(Context context) {
        if (!policy.deny().isEmpty()) {
            rules.add(new DenyRule(policy.deny()));
        }
        if (policy.threats().denyKev() || policy.threats().epssMax() != null) {
            rules.add(new ThreatRule(policy.threats(), context.threats()));
        }
        ScoreLimit qds = policy.scores().qds();
        if (qds != null) {
            rules.add(new ScoreRule("qds", "Qualys Detection Score", qds, Finding::qds));
        }
        ScoreLimit cvss = policy.scores().cvss();
        if (cvss != null) {
            rules.add(new ScoreRule("cvss", "CVSS score", cvss, Finding::cvss));
        }
        rules.add(new CountRule("limits", "", policy.limits(), ranks, suspect -> !suspect.inGrace()));
        if (!policy.newFindings().isUnlimited()) {
            NewFindings limits = policy.newFindings();
            rules.add(new CountRule(
                    "newFindings.introduced",
                    "newly introduced ",
                    limits.introduced(),
                    ranks,
                    suspect -> suspect.novelty().introduced()));
            rules.add(new CountRule(
                    "newFindings.disclosed", "newly disclosed ", limits.disclosed(), ranks, suspect -> suspect.novelty()
                            .disclosed()));
        }
    }

    void judge(ScanReport report, Conclusion conclusion) {
        for (Finding finding : report.findings()) {
            see(finding);
        }
        rules.forEach(rule -> rule.conclude(conclusion));
        grace.conclude(conclusion);
        if (!policy.newFindings().isUnlimited()) {
            novelty.conclude(conclusion);
        }
        tell(conclusion, ignoredSuppressed, "suppressed", "because the policy says suppressed: ignore");
        tell(conclusion, ignoredPotential, "potential", "because the policy says potential: ignore");
        tell(conclusion, unfixable, "without a known fix", "for the limits because the policy says fixableOnly: true");
    }

    private void see(Finding finding) {
        counts[finding.severity().ordinal()]++;
        FindingNovelty isNew = noveltyMatters ? novelty.of(finding) : FindingNovelty.KNOWN;
        Waiver waiver = noWaivers ? Waiver.NONE : waivers.of(finding);
        if (waiver.waived()) {
            rules.forEach(rule -> rule.seeExcused(finding));
            return;
        }
        boolean ignored = isIgnored(finding);
        boolean counted = !ignored && isCounted(finding);
        Suspect suspect = new Suspect(
                finding,
                ranks.rank(finding.severity()),
                waiver.note(),
                ignored,
                counted,
                counted && grace.spares(finding),
                isNew);
        for (FindingRule rule : rules) {
            rule.see(suspect);
        }
    }

    private boolean isIgnored(Finding finding) {
        if (finding.suppressed() && !policy.scope().countSuppressed()) {
            ignoredSuppressed++;
            return true;
        }
        if (finding.potential() && !policy.scope().countPotential()) {
            ignoredPotential++;
            return true;
        }
        return false;
    }

    private boolean isCounted(Finding finding) {
        if (policy.scope().fixableOnly() && !finding.fixable()) {
            unfixable++;
            return false;
        }
        return true;
    }

    private static void tell(Conclusion conclusion, long count, String kind, String why) {
        if (count > 0) {
            conclusion.warn((count == 1 ? "1 finding" : count + " findings") + " (" + kind + ") "
                    + (count == 1 ? "does" : "do") + " not count " + why + ".");
        }
    }

    /** Of all findings, whatever became of them. */
    SeverityCounts counts() {
        Map<Severity, Long> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(severity, counts[severity.ordinal()]);
        }
        return new SeverityCounts(all);
    }

    Judgement.@Nullable Novelty novelty() {
        return novelty.summary();
    }
}
