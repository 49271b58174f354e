package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;

/** Holds the secrets and the malware of one image against the limits of a policy. */
final class SecretJudge {
    private final Policy policy;
    private final SeverityRanks ranks;
    private final Waivers waivers;

    SecretJudge(Policy policy, SeverityRanks ranks, Waivers waivers) {
        this.policy = policy;
        this.ranks = ranks;
        this.waivers = waivers;
    }

    void judge(ScanReport report, Conclusion conclusion) {
        judgeSecrets(report, conclusion);
        judgeMalware(report, conclusion);
    }

    private void judgeSecrets(ScanReport report, Conclusion conclusion) {
        Limit max = policy.secrets().max();
        if (!max.isUnlimited() && !report.scanTypes().contains(ScanType.SECRET)) {
            conclusion.warn(
                    report.scanTypes().isEmpty()
                            ? "The report does not tell what was looked for, so the policy's limit on secrets says nothing."
                            : "The scan did not look for secrets, so the policy's limit on them says nothing.");
        }
        Offences found = new Offences();
        for (Secret secret : report.secrets()) {
            Waiver waiver = waivers.of(secret);
            if (!waiver.waived() && policy.secrets().counts(secret)) {
                int rank = ranks.rank(secret.severity());
                found.add(rank, secret.ruleId(), () -> offence(secret, rank, waiver.note()));
            }
        }
        if (max.isExceededBy(found.count())) {
            String tail = ": " + FindingWording.count(found.count(), "secret") + " and " + FindingWording.allowance(max)
                    + ".";
            conclusion.broken("secrets.max", found, tail);
        }
    }

    private static Offence offence(Secret secret, int rank, String note) {
        String title = secret.title().isEmpty() ? secret.ruleId() : secret.title();
        return new Offence(
                rank,
                secret.ruleId(),
                secret.subject(),
                secret.severity(),
                "Secret \"" + Wording.name(title) + "\"",
                "lies in " + secret.place(),
                note,
                "Remove it from the image and its layers and revoke it, because who can pull the image has read it.");
    }

    private void judgeMalware(ScanReport report, Conclusion conclusion) {
        Offences found = new Offences();
        for (Malware each : report.malware()) {
            int rank = ranks.rank(each.severity());
            found.add(rank, each.name(), () -> offence(each, rank));
        }
        if (policy.malware().isExceededBy(found.count())) {
            String tail = ": " + FindingWording.count(found.count(), "malware file") + " and "
                    + FindingWording.allowance(policy.malware()) + ".";
            conclusion.broken("malware.max", found, tail);
        }
    }

    private static Offence offence(Malware malware, int rank) {
        return new Offence(
                rank,
                malware.name(),
                Wording.name(malware.name()) + " " + Wording.name(malware.path()),
                malware.severity(),
                "Malware \"" + Wording.name(malware.name()) + "\"",
                "lies in " + Wording.name(malware.path()),
                "",
                "Do not run the image: find out how the file came into it and build it anew.");
    }
}
