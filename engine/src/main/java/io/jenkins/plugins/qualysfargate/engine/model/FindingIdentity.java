package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.List;

/**
 * What makes a finding the same one in another build: the rule and the package, never a count and never a version.
 *
 * @param packageName empty for a finding without a package
 */
public record FindingIdentity(String id, String packageName) {

    /** The identities of a finding: one per distinct package name, or one without a package. */
    public static List<FindingIdentity> of(Finding finding) {
        if (finding.packages().isEmpty()) {
            return List.of(new FindingIdentity(finding.id(), ""));
        }
        return finding.packages().stream()
                .map(each -> new FindingIdentity(finding.id(), each.name()))
                .distinct()
                .toList();
    }
}
