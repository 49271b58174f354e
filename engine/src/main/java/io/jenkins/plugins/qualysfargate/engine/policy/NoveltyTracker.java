package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells findings that the baseline has from new ones, by rule and package and never by count. */
final class NoveltyTracker {
    private final @Nullable Baseline baseline;
    private final Set<FindingIdentity> stillThere = new HashSet<>();
    private long introduced;
    private long disclosed;
    private long known;

    NoveltyTracker(@Nullable Baseline baseline) {
        this.baseline = baseline;
    }

    FindingNovelty of(Finding finding) {
        if (baseline == null) {
            return FindingNovelty.UNTOLD;
        }
        FindingNovelty novelty = against(baseline, finding);
        if (novelty.introduced()) {
            introduced++;
        } else if (novelty.disclosed()) {
            disclosed++;
        } else {
            known++;
        }
        return novelty;
    }

    private FindingNovelty against(Baseline before, Finding finding) {
        if (finding.packages().isEmpty()) {
            return isKnown(before, new FindingIdentity(finding.id(), ""))
                    ? FindingNovelty.KNOWN
                    : FindingNovelty.UNTOLD;
        }
        boolean newPackage = false;
        boolean samePackage = false;
        for (AffectedPackage each : finding.packages()) {
            if (isKnown(before, new FindingIdentity(finding.id(), each.name()))) {
                continue;
            }
            if (before.packages().isEmpty()) {
                return FindingNovelty.UNTOLD;
            }
            boolean same = before.packages().contains(new InstalledPackage(each.name(), each.installedVersion()));
            samePackage |= same;
            newPackage |= !same;
        }
        return new FindingNovelty(newPackage, samePackage);
    }

    private boolean isKnown(Baseline before, FindingIdentity identity) {
        boolean isKnown = before.present().contains(identity);
        if (isKnown) {
            stillThere.add(identity);
        }
        return isKnown;
    }

    void conclude(Conclusion conclusion) {
        if (baseline == null) {
            conclusion.warn("No earlier scan of this image is known, so every finding is taken for a new one, both for"
                    + " newFindings.introduced and for newFindings.disclosed.");
        } else if (baseline.packages().isEmpty()) {
            conclusion.warn(
                    "The baseline (" + Wording.name(baseline.label()) + ") has no inventory, so newly introduced and"
                            + " newly disclosed findings cannot be told apart, and new ones count as both.");
        }
    }

    /** Null if there is no baseline. */
    Judgement.@Nullable Novelty summary() {
        return baseline == null
                ? null
                : new Judgement.Novelty(
                        introduced, disclosed, known, baseline.present().size() - stillThere.size());
    }
}
