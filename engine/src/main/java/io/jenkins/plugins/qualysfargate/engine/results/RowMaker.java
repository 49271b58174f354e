package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.report.KnownFindings;
import io.jenkins.plugins.qualysfargate.engine.report.NewFindings;
import io.jenkins.plugins.qualysfargate.engine.report.Waivers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes rows of what one image has, within bounds whatever a scanner wrote. Lengths are in UTF-16 units. */
final class RowMaker {
    private static final int TITLE = 500;
    private static final int NAME = 200;
    private static final int PATH = 400;
    private static final int CVES = 500;
    private static final int PACKAGES = 200;
    private static final int WAIVERS = 20;

    private final Waivers waivers;
    private final NewFindings newFindings;
    private final @Nullable Baseline baseline;

    RowMaker(JudgedImage image, KnownFindings known) {
        this.waivers = new Waivers(image.judgement().waived());
        this.newFindings = new NewFindings(known, image);
        this.baseline = known.of(image);
    }

    FindingRow row(Finding finding) {
        RowBudget budget = new RowBudget();
        String id = budget.text(finding.id(), NAME);
        String title = budget.text(finding.title(), TITLE);
        List<RowWaiver> excused = waivers(waivers.of(finding), budget);
        Shortened<String> cves = budget.list(finding.cves(), CVES, cve -> budget.text(cve, NAME));
        Shortened<RowPackage> packages = budget.list(finding.packages(), PACKAGES, each -> row(each, budget));
        return new FindingRow(
                RowKind.FINDING,
                id,
                finding.severity(),
                title,
                cves,
                packages,
                finding.fixable(),
                finite(finding.cvss()),
                finite(finding.qds()),
                newFindings.known() ? newFindings.contains(finding) : null,
                firstSeen(finding),
                excused,
                finding.suppressed(),
                finding.potential(),
                null,
                budget.cut());
    }

    private static RowPackage row(AffectedPackage affected, RowBudget budget) {
        return new RowPackage(
                budget.text(affected.name(), NAME),
                budget.text(affected.installedVersion(), NAME),
                budget.textOrNull(affected.fixedVersion(), NAME),
                budget.textOrNull(affected.path(), PATH));
    }

    FindingRow row(Secret secret) {
        return located(RowKind.SECRET, secret, waivers.of(secret));
    }

    /** No exception of a policy is about malware. */
    FindingRow row(Malware malware) {
        Secret likewise = new Secret(malware.name(), "", malware.severity(), malware.name(), malware.path(), 0, 0);
        return located(RowKind.MALWARE, likewise, List.of());
    }

    private static FindingRow located(RowKind kind, Secret found, List<Judgement.Waived> waived) {
        RowBudget budget = new RowBudget();
        RowPlace place = new RowPlace(
                budget.text(found.category(), NAME),
                budget.text(found.path(), PATH),
                found.startLine(),
                found.endLine());
        List<RowWaiver> excused = waivers(waived, budget);
        String id = budget.text(found.ruleId(), NAME);
        String title = budget.text(found.title(), TITLE);
        return new FindingRow(
                kind,
                id,
                found.severity(),
                title,
                new Shortened<>(List.of(), 0),
                new Shortened<>(List.of(), 0),
                false,
                null,
                null,
                null,
                null,
                excused,
                false,
                false,
                place,
                budget.cut());
    }

    private static List<RowWaiver> waivers(List<Judgement.Waived> waived, RowBudget budget) {
        return budget.list(
                        waived,
                        WAIVERS,
                        each -> new RowWaiver(
                                budget.text(each.exception(), NAME),
                                budget.text(each.owner(), NAME),
                                budget.text(each.expires(), NAME)))
                .listed();
    }

    /** Since when any part of the finding is known. */
    private @Nullable Instant firstSeen(Finding finding) {
        if (baseline == null) {
            return null;
        }
        return FindingIdentity.of(finding).stream()
                .map(baseline.firstSeen()::get)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** JSON has no word for infinity or for no number. */
    private static @Nullable Double finite(@Nullable Double score) {
        return score != null && Double.isFinite(score) ? score : null;
    }
}
