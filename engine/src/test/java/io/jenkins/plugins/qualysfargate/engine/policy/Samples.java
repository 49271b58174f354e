package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Small reports and policies that tests change to their needs. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-01-22T10:15:30Z");
    static final ScannedImage IMAGE = new ScannedImage("registry.example/payments-api:1.4", null, null, null);

    private Samples() {}

    /** Reads a policy whose version is already said. */
    static Policy policy(String yaml) {
        return PolicyReader.read("policy.yaml", "version: 1\n" + yaml).fold(PolicyReading.Valid::policy, invalid -> {
            throw new AssertionError(invalid.problems());
        });
    }

    static Finding finding(String id, Severity severity) {
        return finding(id, severity, "CVE-2024-" + id, part("lib" + id, "1.0", "1.1"));
    }

    static Finding finding(String id, Severity severity, String cves, AffectedPackage... packages) {
        List<String> list = cves.isEmpty() ? List.of() : List.of(cves.split(",", -1));
        return new Finding(id, severity, "Update for " + id, list, null, null, List.of(packages), false, false);
    }

    static AffectedPackage part(String name, String version, String fixed) {
        return new AffectedPackage(name, version, fixed.isEmpty() ? null : fixed, null, null);
    }

    static Secret secret(Severity severity) {
        return new Secret("aws-key", "AWS", severity, "AWS access key", "/app/.env", 3, 3);
    }

    static ScanReport report(Finding... findings) {
        return report(Arrays.asList(findings), List.of());
    }

    static ScanReport report(List<Finding> findings, List<Secret> secrets) {
        return report(Findings.of(findings), secrets, List.of(), List.of(), Set.of(ScanType.PKG, ScanType.SECRET));
    }

    static ScanReport report(
            Findings findings,
            List<Secret> secrets,
            List<Malware> malware,
            List<InstalledPackage> packages,
            Set<ScanType> types) {
        return new ScanReport(IMAGE, "QScanner", "4.8.0", types, findings, secrets, malware, packages, NOW);
    }

    static Judgement judge(String yaml, Finding... findings) {
        return PolicyEvaluator.judge(policy(yaml), report(findings), Context.at(NOW));
    }

    static List<Violation> violations(Judgement judgement) {
        return judgement.verdict().fold(pass -> List.of(), Verdict.Fail::violations, indeterminate -> List.of());
    }

    static List<String> brokenRules(Judgement judgement) {
        return violations(judgement).stream().map(Violation::rule).toList();
    }
}
