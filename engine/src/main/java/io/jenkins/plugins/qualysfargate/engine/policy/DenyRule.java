package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;

/** Finds what a policy denies by name, whatever its severity, its fix and the scanner's opinion of it. */
final class DenyRule implements FindingRule {
    private final Targets denied;
    private final Offences cves = new Offences();
    private final Offences rules = new Offences();
    private final Offences packages = new Offences();

    DenyRule(Targets denied) {
        this.denied = denied;
    }

    @Override
    public void see(Suspect suspect) {
        Finding finding = suspect.finding();
        String cve = denied.namedCve(finding);
        if (cve != null) {
            cves.add(suspect, "has " + cve + ", which the policy denies");
        }
        if (denied.namesRule(finding)) {
            rules.add(suspect, "is denied by the policy");
        }
        AffectedPackage part = denied.namedPackage(finding);
        if (part != null) {
            packages.add(suspect, "is in the package " + Wording.name(part.name()) + ", which the policy denies");
        }
    }

    @Override
    public void conclude(Conclusion conclusion) {
        conclusion.broken("deny.cves", cves, ".");
        conclusion.broken("deny.rules", rules, ".");
        conclusion.broken("deny.packages", packages, ".");
    }
}
