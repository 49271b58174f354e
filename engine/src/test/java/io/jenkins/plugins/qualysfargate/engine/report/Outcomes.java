package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Outcomes of every kind, as the writers get them. */
final class Outcomes {
    static final Instant SCANNED = Instant.parse("2026-01-22T12:00:02Z");
    static final Instant JUDGED = Instant.parse("2026-01-22T12:05:00Z");
    static final Platform ARM = Platform.parse("linux/arm64/v8");
    private static final Digest DIGEST = digest("2841bbdb");

    private Outcomes() {}

    static GateOutcome pass() {
        return new GateOutcome(List.of(passed(Platform.LINUX_AMD64)));
    }

    static GateOutcome fail() {
        return new GateOutcome(List.of(failed()));
    }

    static GateOutcome indeterminate() {
        return new GateOutcome(List.of(unknown()));
    }

    static GateOutcome several() {
        return new GateOutcome(List.of(passed(Platform.LINUX_AMD64), passed(ARM), failed(), unknown()));
    }

    static GateOutcome none() {
        return new GateOutcome(List.of());
    }

    /** One failed image with these findings and nothing else. */
    static GateOutcome with(Findings findings) {
        Violation violation = new Violation(
                "limits.critical",
                "all findings",
                Severity.CRITICAL,
                "Too many critical findings.",
                "Update the base.");
        return new GateOutcome(List.of(judged(
                "registry.example/payments/api:1.4.2",
                report(findings, List.of(), List.of()),
                new Judgement(
                        new Verdict.Fail(List.of(violation), 0),
                        SeverityCounts.of(findings),
                        0,
                        List.of(),
                        List.of(),
                        null))));
    }

    /** Every text of the model is the hostile one. */
    static GateOutcome hostile(String text) {
        AffectedPackage affected = new AffectedPackage(text, text, text, text, text);
        List<AffectedPackage> many = Collections.nCopies(5, affected);
        Finding finding = new Finding(text, Severity.CRITICAL, text, List.of(text, text), 1.0, 9.8, many, true, true);
        Findings findings = Findings.of(List.of(finding));
        ScanReport report = new ScanReport(
                new ScannedImage(text, DIGEST, DIGEST, Platform.LINUX_AMD64),
                text,
                text,
                Set.of(ScanType.PKG),
                findings,
                List.of(new Secret(text, text, Severity.HIGH, text, text, 1, 2)),
                List.of(new Malware(text, Severity.HIGH, text)),
                List.of(new InstalledPackage(text, text)),
                SCANNED);
        Judgement failed = new Judgement(
                new Verdict.Fail(List.of(new Violation(text, text, Severity.CRITICAL, text, text)), 3),
                SeverityCounts.of(findings),
                1,
                List.of(new Judgement.Waived(text, Severity.LOW, text, text, text)),
                List.of(text),
                null);
        Judgement unknown =
                Judgement.indeterminate(new Verdict.Indeterminate(IndeterminateCause.MALFORMED_REPORT, text, text));
        return new GateOutcome(List.of(
                new JudgedImage(text, DIGEST, Platform.LINUX_AMD64, report, failed, JUDGED, text),
                new JudgedImage(null, null, null, null, unknown, JUDGED, text)));
    }

    static Finding finding(String id, Severity severity, String cve, String packageName) {
        return new Finding(
                id,
                severity,
                "Security update for " + packageName,
                List.of(cve),
                68.0,
                null,
                List.of(new AffectedPackage(packageName, "1.2.11", "1.2.13", null, null)),
                false,
                false);
    }

    private static JudgedImage passed(Platform platform) {
        Findings findings = Findings.of(List.of(
                finding("240001", Severity.LOW, "CVE-2024-0001", "tzdata"),
                finding("240002", Severity.MEDIUM, "CVE-2024-0002", "perl-base")));
        Judgement judgement = new Judgement(
                new Verdict.Pass(),
                SeverityCounts.of(findings),
                0,
                List.of(),
                List.of(),
                new Judgement.Novelty(0, 1, 1, 4));
        return new JudgedImage(
                "registry.example/shop/web:2.0.0",
                digest("067556b5"),
                platform,
                report(findings, List.of(), List.of()),
                judgement,
                JUDGED,
                "scan");
    }

    static JudgedImage failed() {
        AffectedPackage zlib = new AffectedPackage("zlib1g", "1:1.2.11", "1:1.2.13", null, "sha256:d3bf");
        AffectedPackage yaml = new AffectedPackage("pyyaml", "5.3", "5.4", "/usr/lib/python3/PyYAML-5.3", null);
        Findings findings = Findings.of(List.of(
                new Finding(
                        "178901",
                        Severity.CRITICAL,
                        "Update for zlib",
                        List.of("CVE-2022-37434"),
                        68.0,
                        9.8,
                        List.of(zlib),
                        false,
                        false),
                new Finding(
                        "980901",
                        Severity.HIGH,
                        "Update for pyyaml",
                        List.of("CVE-2020-14343", "CVE-2020-1747"),
                        65.0,
                        null,
                        List.of(yaml, zlib),
                        true,
                        false),
                new Finding("178902", Severity.HIGH, "Update for expat", List.of(), null, null, List.of(), false, true),
                new Finding(
                        "178903",
                        Severity.MEDIUM,
                        "Update for tar",
                        List.of("CVE-2005-2541"),
                        null,
                        null,
                        List.of(new AffectedPackage("tar", "1.34", null, null, null)),
                        false,
                        false),
                new Finding(
                        "999999",
                        Severity.UNKNOWN,
                        "Something new",
                        List.of("CVE-2026-0001"),
                        null,
                        null,
                        List.of(),
                        false,
                        false)));
        List<Secret> secrets = List.of(
                new Secret("aws-access-key", "AWS", Severity.CRITICAL, "AWS access key id", "/app/.env", 3, 3),
                new Secret(
                        "private-key",
                        "AsymmetricPrivateKey",
                        Severity.HIGH,
                        "Private key",
                        "/root/.ssh/id_rsa",
                        1,
                        27));
        List<Violation> violations = List.of(
                new Violation(
                        "limits.critical",
                        "178901 zlib1g 1:1.2.11",
                        Severity.CRITICAL,
                        "1 critical finding, the policy allows 0.",
                        "Update zlib1g to 1:1.2.13."),
                new Violation(
                        "secrets.maximum",
                        "/app/.env:3",
                        Severity.CRITICAL,
                        "2 secrets, the policy allows 0.",
                        "Remove the secret from the image and revoke it."));
        Judgement judgement = new Judgement(
                new Verdict.Fail(violations, 0),
                SeverityCounts.of(findings),
                2,
                List.of(new Judgement.Waived("178903 tar", Severity.MEDIUM, "EX-7", "platform-team", "2026-06-30")),
                List.of("Exception EX-7 runs out in 20 days."),
                new Judgement.Novelty(2, 1, 2, 3));
        return judged(
                "registry.example/payments/api:1.4.2",
                report(findings, secrets, List.of(new Malware("Linux.Miner", Severity.CRITICAL, "/tmp/x"))),
                judgement);
    }

    private static JudgedImage unknown() {
        return new JudgedImage(
                "registry.example/batch:7",
                null,
                Platform.LINUX_AMD64,
                null,
                Judgement.indeterminate(new Verdict.Indeterminate(
                        IndeterminateCause.MALFORMED_REPORT,
                        "Reading out/x-Report.sarif.json gave no answer: the file ends inside a string at byte 4096.",
                        "Scan again; if it happens again, look at the scanner's log for a full disk.")),
                JUDGED,
                "out/x-Report.sarif.json");
    }

    private static JudgedImage judged(String name, ScanReport report, Judgement judgement) {
        return new JudgedImage(
                name, DIGEST, Platform.LINUX_AMD64, report, judgement, JUDGED, "out/x-Report.sarif.json");
    }

    private static ScanReport report(Findings findings, List<Secret> secrets, List<Malware> malware) {
        return new ScanReport(
                new ScannedImage(null, DIGEST, null, null),
                "QScanner",
                "4.8.0-2",
                Set.of(ScanType.PKG, ScanType.SECRET),
                findings,
                secrets,
                malware,
                List.of(new InstalledPackage("zlib1g", "1:1.2.11"), new InstalledPackage("pyyaml", "5.3")),
                SCANNED);
    }

    private static Digest digest(String start) {
        return new Digest("sha256:" + start + "0".repeat(64 - start.length()));
    }
}
