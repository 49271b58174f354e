package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The exceptions of one policy that are about one image, found by what they name: a policy may hold thousands of them and
 * a report a million findings.
 */
final class WaiverLayer {
    private final List<ExceptionUse> all = new ArrayList<>();
    private final Map<String, List<ExceptionUse>> byRule = new HashMap<>();
    private final Map<String, List<ExceptionUse>> byCve = new HashMap<>();
    private final List<ExceptionUse> byPackage = new ArrayList<>();

    /** @param exceptions those that cover the image */
    WaiverLayer(List<Exemption> exceptions) {
        for (Exemption each : exceptions) {
            ExceptionUse use = new ExceptionUse(each);
            all.add(use);
            ExceptionTarget target = each.target();
            if (target.rule() != null) {
                byRule.computeIfAbsent(target.rule(), rule -> new ArrayList<>()).add(use);
            } else if (target.cve() != null) {
                byCve.computeIfAbsent(target.cve(), cve -> new ArrayList<>()).add(use);
            } else if (target.packages() != null) {
                byPackage.add(use);
            }
        }
    }

    List<ExceptionUse> all() {
        return all;
    }

    /** Those that are about at least a part of the finding, expired ones included. */
    List<ExceptionUse> about(Finding finding) {
        List<String> cves = Cves.of(finding);
        List<ExceptionUse> found = new ArrayList<>(byPackage);
        found.addAll(byRule.getOrDefault(finding.id(), List.of()));
        cves.forEach(cve -> found.addAll(byCve.getOrDefault(cve, List.of())));
        found.removeIf(use -> !isAbout(use.exception().target(), finding, cves));
        return found;
    }

    private static boolean isAbout(ExceptionTarget target, Finding finding, List<String> cves) {
        return target.coversRule(finding.id())
                && (target.cve() == null || cves.contains(target.cve()))
                && (target.packages() == null
                        || finding.packages().stream().anyMatch(each -> target.coversPackage(each.name())));
    }

    List<ExceptionUse> about(Secret secret) {
        return all.stream()
                .filter(use -> use.exception().target().covers(secret))
                .toList();
    }

    /** The exceptions that excuse a package without a finding, which only those can that name nothing but a package. */
    List<ExceptionUse> about(String packageName) {
        return byPackage.stream()
                .filter(use -> use.exception().target().coversPackage(packageName))
                .toList();
    }

    /** True if every package of the finding, and for each of them every CVE, is excused by one of these. */
    static boolean coverAll(List<ExceptionUse> uses, Finding finding) {
        if (uses.isEmpty()) {
            return false;
        }
        List<String> cves = Cves.of(finding);
        if (finding.packages().isEmpty()) {
            return coverPart(uses, cves);
        }
        Set<String> names = new HashSet<>();
        for (AffectedPackage each : finding.packages()) {
            if (names.add(each.name())) {
                List<ExceptionUse> here = uses.stream()
                        .filter(use -> use.exception().target().coversPackage(each.name()))
                        .toList();
                if (!coverPart(here, cves)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean coverPart(List<ExceptionUse> uses, List<String> cves) {
        Set<String> excused = new HashSet<>();
        for (ExceptionUse use : uses) {
            String cve = use.exception().target().cve();
            if (cve == null) {
                return true;
            }
            excused.add(cve);
        }
        return !cves.isEmpty() && excused.containsAll(cves);
    }
}
