package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** How findings are called in violations. Every text of a report is cut, because a report may hold megabytes of it. */
final class Wording {
    private static final int NAMED_PACKAGES = 3;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TITLE = 200;

    private Wording() {}

    /** For example {@code 178901 zlib1g 1:1.2.11}. */
    static String subject(Finding finding) {
        return finding.packages().isEmpty() ? name(finding.id()) : name(finding.id()) + " " + packages(finding);
    }

    /** For example {@code Finding 178901 "Debian Security Update for zlib" in zlib1g 1:1.2.11}. */
    static String statement(Finding finding) {
        String title = finding.title().isEmpty() ? "" : " \"" + cut(finding.title(), LONGEST_TITLE) + "\"";
        String where = finding.packages().isEmpty() ? "" : " in " + packages(finding);
        return "Finding " + name(finding.id()) + title + where;
    }

    static String howToFix(Finding finding) {
        if (finding.packages().isEmpty()) {
            return "Follow the advice on " + name(finding.id()) + ", or ask for an exception.";
        }
        if (!finding.fixable()) {
            return "No fix is known: remove " + list(finding.packages(), each -> name(each.name()))
                    + ", or ask for an exception.";
        }
        List<AffectedPackage> fixable =
                finding.packages().stream().filter(AffectedPackage::fixable).toList();
        return "Upgrade "
                + list(fixable, each -> name(each.name()) + " to " + name(String.valueOf(each.fixedVersion())))
                + ", or ask for an exception.";
    }

    static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    /** For example {@code 1 finding counts} or {@code 7 findings count}. */
    static String count(long count, String noun) {
        return count == 1 ? "1 " + noun + " counts" : count + " " + noun + "s count";
    }

    /** For example {@code the policy allows none}. */
    static String allowance(Limit limit) {
        return "the policy allows " + (limit.max() == 0 ? "none" : limit.max());
    }

    /** A number without needless digits, for example {@code 7} or {@code 0.97}. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value).replaceAll("0+$", "");
    }

    private static String packages(Finding finding) {
        return list(finding.packages(), each -> (name(each.name()) + " " + name(each.installedVersion())).strip());
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

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
