package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
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
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.policy.Context;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyEvaluator;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes runs as the use cases give them, judged by a real policy; what is not set is the default. */
final class Runs {
    static final Instant NOW = Instant.parse("2026-01-22T12:05:00Z");
    static final Instant SCANNED = Instant.parse("2026-01-22T12:00:02Z");
    static final Instant LONG_AGO = Instant.parse("2025-06-01T08:00:00.250Z");
    static final Digest DIGEST = new Digest("sha256:" + "2841bbdb".repeat(8));

    /** A little of everything that a row can be. */
    static final List<Finding> SOME = List.of(
            finding("178903", Severity.MEDIUM, "Update for tar", "CVE-2005-2541", part("tar", "1.34", null)),
            new Finding(
                    "178901",
                    Severity.CRITICAL,
                    "Debian Security Update for zlib",
                    List.of("CVE-2022-37434", "CVE-2018-25032"),
                    68.0,
                    9.8,
                    List.of(
                            new AffectedPackage("zlib1g", "1:1.2.11", "1:1.2.13", "/usr/lib/libz.so.1", "sha256:1"),
                            part("zlib1g-dev", "1:1.2.11", "1:1.2.13")),
                    false,
                    false),
            new Finding("178902", Severity.HIGH, "Update for expat", List.of(), null, null, List.of(), false, true),
            new Finding(
                    "980901",
                    Severity.HIGH,
                    "Update for PyYAML",
                    List.of("CVE-2020-14343"),
                    65.5,
                    null,
                    List.of(new AffectedPackage("pyyaml", "5.3", null, "/opt/app/requirements.txt", null)),
                    true,
                    false),
            new Finding("9", Severity.UNKNOWN, "", List.of("CVE-2026-1"), null, 0.5, List.of(), false, false));

    static final List<Secret> SECRETS = List.of(
            new Secret("aws-key", "AWS", Severity.CRITICAL, "AWS access key id", "/app/.env", 3, 4),
            new Secret("private-key", "AsymmetricPrivateKey", Severity.HIGH, "Private key", "/root/.ssh/id_rsa", 0, 0));

    static final List<Malware> MALWARE = List.of(new Malware("Linux.Miner", Severity.CRITICAL, "/tmp/x"));

    private static final String EXCEPTIONS = """
            version: 1
            name: with exceptions
            exceptions:
              - {id: EX-7, qid: 178903, owner: platform-team, reason: Not reachable., expires: 2026-06-30}
              - {id: EX-8, secret: aws-key, path: /app/*, owner: app-team, reason: Not a real key., expires: 2026-02-28}
            """;

    private static final Baseline YESTERDAY = new Baseline(
            "previous scan of payments-api on 2026-01-21",
            Set.of(new FindingIdentity("178903", "tar"), new FindingIdentity("178902", "")),
            Set.of(new InstalledPackage("tar", "1.34")),
            Map.of(
                    new FindingIdentity("178903", "tar"), LONG_AGO,
                    new FindingIdentity("178901", "zlib1g-dev"), SCANNED));

    private final List<JudgedImage> images = new ArrayList<>();
    private final Map<JudgedImage, Baseline> baselines = new HashMap<>();

    /** One image with all of the above, exceptions and a baseline included. */
    static GateRun ofEverything() {
        return new Runs().image(report(SOME, SECRETS, MALWARE), YESTERDAY).run();
    }

    /** One image with these findings, compared with nothing. */
    static GateRun of(List<Finding> findings) {
        return of(Findings.of(findings));
    }

    static GateRun of(Findings findings) {
        return new Runs().image(report(findings, List.of(), List.of()), null).run();
    }

    Runs image(ScanReport report, @Nullable Baseline baseline) {
        Judgement judgement = PolicyEvaluator.judge(policy(), report, new Context(baseline, ThreatFeeds.none(), NOW));
        return image(
                new JudgedImage(
                        "registry.example/payments/api:" + images.size(),
                        DIGEST,
                        Platform.LINUX_AMD64,
                        report,
                        judgement,
                        NOW,
                        "scan"),
                baseline);
    }

    Runs image(JudgedImage image, @Nullable Baseline baseline) {
        images.add(image);
        if (baseline != null) {
            baselines.put(image, baseline);
        }
        return this;
    }

    /** One whose scan gave nothing. */
    Runs imageWithoutReport() {
        return image(
                new JudgedImage(
                        null,
                        null,
                        null,
                        null,
                        Judgement.indeterminate(new Verdict.Indeterminate(
                                IndeterminateCause.MALFORMED_REPORT,
                                "The report ends inside a string.",
                                "Scan again.")),
                        NOW,
                        "out/x-Report.sarif.json"),
                null);
    }

    GateRun run() {
        return new GateRun(new GateOutcome(images), baselines, Map.of());
    }

    static ScanReport report(List<Finding> findings, List<Secret> secrets, List<Malware> malware) {
        return report(Findings.of(findings), secrets, malware);
    }

    static ScanReport report(Findings findings, List<Secret> secrets, List<Malware> malware) {
        return new ScanReport(
                new ScannedImage("payments-api", DIGEST, null, Platform.LINUX_AMD64),
                "QScanner",
                "4.8.0-2",
                Set.of(ScanType.PKG, ScanType.SECRET, ScanType.MALWARE),
                findings,
                secrets,
                malware,
                List.of(new InstalledPackage("zlib1g", "1:1.2.11")),
                SCANNED);
    }

    static Finding finding(String id, Severity severity, String title, String cve, AffectedPackage... packages) {
        return new Finding(id, severity, title, List.of(cve), null, null, List.of(packages), false, false);
    }

    static AffectedPackage part(String name, String installed, @Nullable String fixed) {
        return new AffectedPackage(name, installed, fixed, null, null);
    }

    private static Policy policy() {
        return PolicyReader.read("policy.yaml", EXCEPTIONS).fold(valid -> valid.policy(), invalid -> {
            throw new AssertionError(invalid.problems());
        });
    }
}
