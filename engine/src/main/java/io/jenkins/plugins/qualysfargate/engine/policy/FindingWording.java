package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How findings are called in violations. Every text of a report is cut, because a report may hold megabytes of it. */
final class FindingWording {
    private static final int NAMED_PACKAGES = 3;
    private static final int LONGEST_TITLE = 200;

    private FindingWording() {}

    /** For example {@code 178901 zlib1g 1:1.2.11}. */
    static String subject(Finding finding) {
        return finding.packages().isEmpty()
                ? Wording.name(finding.id())
                : Wording.name(finding.id()) + " " + packages(finding);
    }

    /** For example {@code Finding 178901 "Debian Security Update for zlib" in zlib1g 1:1.2.11}. */
    static String statement(Finding finding) {
        String title = finding.title().isEmpty() ? "" : " \"" + Wording.cut(finding.title(), LONGEST_TITLE) + "\"";
        String where = finding.packages().isEmpty() ? "" : " in " + packages(finding);
        return "Finding " + Wording.name(finding.id()) + title + where;
    }

    static String howToFix(Finding finding) {
        if (finding.packages().isEmpty()) {
            return "Follow the advice on " + Wording.name(finding.id()) + ", or ask for an exception.";
        }
        if (!finding.fixable()) {
            return "No fix is known: remove " + list(finding.packages(), each -> Wording.name(each.name()))
                    + ", or ask for an exception.";
        }
        List<AffectedPackage> fixable =
                finding.packages().stream().filter(AffectedPackage::fixable).toList();
        return "Upgrade "
                + list(
                        fixable,
                        each -> Wording.name(each.name()) + " to " + Wording.name(String.valueOf(each.fixedVersion())))
                + ", or ask for an exception.";
    }

    /** For example {@code 1 finding counts} or {@code 7 findings count}. */
    static String count(long count, String noun) {
        return count == 1 ? "1 " + noun + " counts" : count + " " + noun + "s count";
    }

    /** For example {@code the policy allows none}. */
    static String allowance(Limit limit) {
        return "the policy allows " + (limit.max() == 0 ? "none" : limit.max());
    }

    private static String packages(Finding finding) {
        return list(
                finding.packages(),
                each -> (Wording.name(each.name()) + " " + Wording.name(each.installedVersion())).strip());
    }

    /** The first few, and how many more there are; a package that lies in several places is named once. */
    private static String list(List<AffectedPackage> packages, Function<AffectedPackage, String> text) {
        Set<String> first = new LinkedHashSet<>();
        Set<String> more = new HashSet<>();
        for (AffectedPackage each : packages) {
            String name = text.apply(each);
            if (first.size() < NAMED_PACKAGES) {
                first.add(name);
            } else if (!first.contains(name)) {
                more.add(name);
            }
        }
        String named = String.join(", ", first);
        return more.isEmpty() ? named : named + " and " + more.size() + " more";
    }
}
