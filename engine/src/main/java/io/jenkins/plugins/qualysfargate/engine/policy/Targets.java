package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings by name: those with one of these CVEs, of one of these rules, or in one of these packages.
 *
 * @param cves upper case, for example {@code CVE-2021-44228}
 * @param rules QIDs, or another scanner's rule ids
 * @param packages patterns of package names
 */
public record Targets(Set<String> cves, Set<String> rules, Set<Glob> packages) {
    /** Names nothing. */
    public static final Targets NONE = new Targets(Set.of(), Set.of(), Set.of());

    public Targets {
        cves = Set.copyOf(cves);
        rules = Set.copyOf(rules);
        packages = Set.copyOf(packages);
    }

    public boolean isEmpty() {
        return cves.isEmpty() && rules.isEmpty() && packages.isEmpty();
    }

    /** A CVE of the finding that is named here; null if none is. */
    @Nullable
    String namedCve(Finding finding) {
        return cves.isEmpty()
                ? null
                : Cves.of(finding).stream().filter(cves::contains).findFirst().orElse(null);
    }

    boolean namesRule(Finding finding) {
        return rules.contains(finding.id());
    }

    boolean namesPackage(String name) {
        return packages.stream().anyMatch(pattern -> pattern.matches(name));
    }

    /** A package of the finding that is named here; null if none is. */
    @Nullable
    AffectedPackage namedPackage(Finding finding) {
        return packages.isEmpty()
                ? null
                : finding.packages().stream()
                        .filter(each -> namesPackage(each.name()))
                        .findFirst()
                        .orElse(null);
    }

    /** Everything that either names. */
    Targets and(Targets other) {
        return new Targets(union(cves, other.cves), union(rules, other.rules), union(packages, other.packages));
    }

    private static <T extends Comparable<T>> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new TreeSet<>();
        Stream.concat(one.stream(), other.stream()).forEach(all::add);
        return all;
    }
}
