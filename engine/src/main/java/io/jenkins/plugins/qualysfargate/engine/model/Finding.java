package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability in one image: a rule (QID, CVE) with every package that it was found in. It is what gets counted.
 *
 * @param id the rule: a QID for Qualys, the scanner's own rule id otherwise
 * @param cves CVE ids, possibly none
 * @param qds Qualys Detection Score, 1 to 100; null where not reported
 * @param cvss CVSS base score, 0 to 10; null where not reported
 * @param packages possibly none; several under one id are still one finding
 * @param potential true if every result of it was only POTENTIAL
 * @param suppressed true if every result of it carried an accepted SARIF suppression
 */
public record Finding(
        String id,
        Severity severity,
        String title,
        List<String> cves,
        @Nullable Double qds,
        @Nullable Double cvss,
        List<AffectedPackage> packages,
        boolean potential,
        boolean suppressed) {

    public Finding {
        cves = List.copyOf(cves);
        packages = packages instanceof DeferredList ? packages : List.copyOf(packages);
    }

    /** True if at least one of its packages has a known fix. */
    public boolean fixable() {
        return packages.stream().anyMatch(AffectedPackage::fixable);
    }
}
