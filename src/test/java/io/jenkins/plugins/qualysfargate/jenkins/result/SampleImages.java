package io.jenkins.plugins.qualysfargate.jenkins.result;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
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
import io.jenkins.plugins.qualysfargate.engine.policy.Context;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyEvaluator;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Images as a scan gives them, judged by a policy that people could have written; the same every time. */
public final class SampleImages {
    public static final Policy POLICY = policy("""
            version: 1
            name: payments production
            limits: {critical: 0, high: 40}
            exceptions:
              - id: EX-17
                qid: 370002
                owner: payments-team
                reason: The vulnerable function is not called.
                approver: security@example.com
                created: 2026-01-10
                expires: 2099-12-31
            """);

    private static final String[] PACKAGES = {
        "openssl",
        "libssl3",
        "curl",
        "libxml2",
        "glibc",
        "perl-base",
        "zlib1g",
        "expat",
        "python3.11",
        "openjdk-17-jre",
        "jackson-databind",
        "spring-web",
        "log4j-core",
        "netty-codec-http",
        "lodash",
        "axios"
    };
    private static final Severity[] SEVERITIES = {
        Severity.CRITICAL,
        Severity.HIGH,
        Severity.HIGH,
        Severity.MEDIUM,
        Severity.MEDIUM,
        Severity.MEDIUM,
        Severity.MEDIUM,
        Severity.LOW,
        Severity.LOW,
        Severity.LOW,
        Severity.INFORMATIONAL
    };

    private final Instant now;

    private SampleImages(Instant now) {
        this.now = now;
    }

    /** Judged at this moment. */
    public static SampleImages at(Instant now) {
        return new SampleImages(now);
    }

    private static Policy policy(String text) {
        return PolicyReader.read("policy.yaml", text).fold(valid -> valid.policy(), invalid -> {
            throw new AssertionError("The policy is valid, but: " + invalid.problems());
        });
    }

    /** What a run over these images leaves. */
    public static GateRun run(JudgedImage... images) {
        return run(List.of(images));
    }

    public static GateRun run(List<JudgedImage> images) {
        return new GateRun(new GateOutcome(images), Map.of(), Map.of());
    }

    /** With what the first image was compared with. */
    public GateRun compared(JudgedImage image) {
        Baseline baseline = baseline(image.report().findings());
        JudgedImage judged = image.judged(
                PolicyEvaluator.judge(POLICY, image.report(), new Context(baseline, ThreatFeeds.none(), now)));
        return new GateRun(new GateOutcome(List.of(judged)), Map.of(judged, baseline), Map.of());
    }

    /** Every finding but each seventh was there before, and three are gone. */
    private Baseline baseline(Findings findings) {
        Set<FindingIdentity> present = new HashSet<>();
        Map<FindingIdentity, Instant> firstSeen = new HashMap<>();
        int at = 0;
        for (Finding finding : findings) {
            Instant seen = now.minus(Duration.ofDays(3 + at % 200));
            if (at++ % 7 != 0) {
                present.addAll(FindingIdentity.of(finding));
                FindingIdentity.of(finding).forEach(identity -> firstSeen.put(identity, seen));
            }
        }
        for (int i = 0; i < 3; i++) {
            present.add(new FindingIdentity("99000" + i, "gone"));
        }
        return new Baseline("previous successful build of this job", present, Set.of(), firstSeen);
    }

    /** Has as many findings as this, critical ones first among them. */
    public JudgedImage vulnerable(String name, Platform platform, int findings) {
        return judged(name, platform, findings(findings, 0), List.of(), List.of());
    }

    /** Nothing that the policy minds. */
    public JudgedImage clean(String name, Platform platform) {
        return judged(name, platform, findings(12, 7), List.of(), List.of());
    }

    /** With a secret and malware as well. */
    public JudgedImage infected(String name, Platform platform) {
        return judged(
                name,
                platform,
                findings(40, 0),
                List.of(new Secret("aws-key", "AWS", Severity.CRITICAL, "AWS access key", "/app/.env", 3, 3)),
                List.of(new Malware("EICAR-Test-File", Severity.CRITICAL, "/tmp/eicar.com")));
    }

    /** No answer. */
    public JudgedImage unknown(String name) {
        Judgement judgement = Judgement.indeterminate(new Verdict.Indeterminate(
                IndeterminateCause.TIMED_OUT,
                "The scan of " + name + " was given up after 30 minutes.",
                "Give it more time with the parameter timeout, or find out why the registry is slow."));
        return new JudgedImage(name, null, null, null, judgement, now, "scan");
    }

    /** Every text of it is this one. */
    public List<JudgedImage> hostile(String text) {
        AffectedPackage affected = new AffectedPackage(text, text, text, text, text);
        Finding finding = new Finding(
                text,
                Severity.CRITICAL,
                text,
                List.of(text, "CVE-2026-1234"),
                90.0,
                9.8,
                List.of(affected),
                true,
                true);
        Findings findings = Findings.of(List.of(finding));
        ScanReport report = report(
                text,
                Platform.LINUX_AMD64,
                findings,
                List.of(new Secret(text, text, Severity.HIGH, text, text, 1, 2)),
                List.of(new Malware(text, Severity.HIGH, text)),
                text);
        Judgement failed = new Judgement(
                new Verdict.Fail(List.of(new Violation(text, text, Severity.CRITICAL, text, text)), 3),
                SeverityCounts.of(findings),
                1,
                List.of(new Judgement.Waived(text, Severity.LOW, text, text, text)),
                List.of(text),
                null);
        Judgement unknown =
                Judgement.indeterminate(new Verdict.Indeterminate(IndeterminateCause.MALFORMED_REPORT, text, text));
        return List.of(
                new JudgedImage(text, digest(1), Platform.LINUX_AMD64, report, failed, now, text),
                new JudgedImage(text, null, null, null, unknown, now, text),
                new JudgedImage(text + "2", null, null, null, unknown, now, text));
    }

    private JudgedImage judged(
            String name, Platform platform, Findings findings, List<Secret> secrets, List<Malware> malware) {
        ScanReport report = report(name, platform, findings, secrets, malware, "QScanner");
        return new JudgedImage(
                name,
                report.image().digest(),
                platform,
                report,
                PolicyEvaluator.judge(POLICY, report, Context.at(now)),
                now,
                "scan");
    }

    /** The same image by a scanner that looked for these alone. */
    public JudgedImage lookedFor(JudgedImage image, Set<ScanType> types) {
        ScanReport all = Objects.requireNonNull(image.report());
        ScanReport report = new ScanReport(
                all.image(),
                all.scanner(),
                all.scannerVersion(),
                types,
                all.findings(),
                all.secrets(),
                all.malware(),
                all.packages(),
                all.scannedAt());
        return new JudgedImage(
                image.name(), image.digest(), image.platform(), report, image.judgement(), now, image.source());
    }

    private ScanReport report(
            String name,
            Platform platform,
            Findings findings,
            List<Secret> secrets,
            List<Malware> malware,
            String scanner) {
        return new ScanReport(
                new ScannedImage(name, digest(name.hashCode()), null, platform),
                scanner,
                "4.8.0-2",
                Set.of(ScanType.PKG, ScanType.FILEINSIGHT, ScanType.SECRET, ScanType.MALWARE),
                findings,
                secrets,
                malware,
                List.of(),
                now.minusSeconds(90));
    }

    private static Digest digest(int seed) {
        StringBuilder hex = new StringBuilder();
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            hex.append(String.format("%08x", random.nextInt()));
        }
        return new Digest("sha256:" + hex);
    }

    private static Findings findings(int number, int mildness) {
        List<Finding> findings = new ArrayList<>();
        Random random = new Random(number);
        for (int i = 0; i < number; i++) {
            Severity severity = SEVERITIES[mildness + random.nextInt(SEVERITIES.length - mildness)];
            findings.add(finding(i, severity, random));
        }
        return Findings.of(findings);
    }

    private static Finding finding(int at, Severity severity, Random random) {
        String name = PACKAGES[random.nextInt(PACKAGES.length)];
        String installed = 1 + random.nextInt(4) + "." + random.nextInt(20) + "." + random.nextInt(30);
        String fixed = random.nextInt(3) == 0 ? null : installed + "+deb12u" + (1 + random.nextInt(5));
        List<AffectedPackage> packages = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5) / 3; i++) {
            packages.add(new AffectedPackage(i == 0 ? name : name + "-dev", installed, fixed, null, null));
        }
        List<String> cves = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8) / 3; i++) {
            cves.add("CVE-" + (2019 + random.nextInt(7)) + "-" + (1000 + random.nextInt(48000)));
        }
        double worst = 10 - 1.8 * severity.ordinal();
        return new Finding(
                String.valueOf(370_000 + at),
                severity,
                "Debian Security Update for " + name + " (DSA " + (5000 + random.nextInt(900)) + "-1)",
                cves,
                (double) Math.max(1, Math.round(worst * 10) - random.nextInt(12)),
                Math.round((worst - random.nextDouble()) * 10) / 10.0,
                packages,
                random.nextInt(40) == 0,
                false);
    }
}
