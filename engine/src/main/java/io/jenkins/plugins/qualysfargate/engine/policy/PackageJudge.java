package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;

/** Holds the inventory of an image against the denied packages: one of those is denied without a vulnerability too. */
final class PackageJudge {
    private final Targets denied;
    private final Waivers waivers;

    PackageJudge(Targets denied, Waivers waivers) {
        this.denied = denied;
        this.waivers = waivers;
    }

    void judge(ScanReport report, Conclusion conclusion) {
        if (denied.packages().isEmpty()) {
            return;
        }
        if (report.packages().isEmpty()) {
            conclusion.warn("The report has no inventory, so deny.packages is judged by packages with findings only.");
        }
        Offences found = new Offences();
        for (InstalledPackage each : report.packages()) {
            if (denied.namesPackage(each.name())) {
                Waiver waiver = waivers.of(each);
                if (!waiver.waived()) {
                    found.add(0, each.name(), () -> offence(each, waiver.note()));
                }
            }
        }
        conclusion.broken("deny.packages", found, ".");
    }

    private static Offence offence(InstalledPackage part, String note) {
        String subject = (Wording.name(part.name()) + " " + Wording.name(part.version())).strip();
        return new Offence(
                0,
                part.name(),
                subject,
                Severity.UNKNOWN,
                "Package " + subject,
                "is installed, which the policy denies",
                note,
                "Remove " + Wording.name(part.name()) + ", or ask for an exception.");
    }
}
