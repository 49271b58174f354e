package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.threat.EpssScores;
import io.jenkins.plugins.qualysfargate.engine.threat.KevCatalog;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold for any policy and any report; the seeds are fixed, so a failure can be repeated. */
class PolicyPropertiesTest {
    private static final int CASES = 2_000;
    private static final Instant NOW = Samples.NOW;

    @Test
    void shouldPassUnderAMergedPolicyOnlyWhatPassesUnderBoth() {
        Random random = new Random(20260122);
        int passed = 0;
        for (int i = 0; i < CASES; i++) {
            Policy local = randomPolicy(random);
            Policy floor = randomPolicy(random);
            ScanReport report = randomReport(random, randomFindings(random));
            Context context = randomContext(random);
            if (kind(local.tightenedBy(floor), report, context) == VerdictKind.PASS) {
                passed++;
                assertThat(kind(local, report, context)).as("local, case %d", i).isEqualTo(VerdictKind.PASS);
                assertThat(kind(floor, report, context)).as("floor, case %d", i).isEqualTo(VerdictKind.PASS);
            }
        }
        assertThat(passed).as("the property was really tried").isGreaterThan(CASES / 40);
    }

    @Test
    void shouldNeverPassAFailedImageBecauseOfOneMoreFinding() {
        Random random = new Random(42);
        int failed = 0;
        for (int i = 0; i < CASES; i++) {
            Policy policy = randomPolicy(random);
            List<Finding> findings = new ArrayList<>(randomFindings(random));
            ScanReport report = randomReport(random, findings);
            Context context = randomContext(random);
            if (kind(policy, report, context) == VerdictKind.FAIL) {
                failed++;
                findings.add(random.nextInt(findings.size() + 1), randomFinding(random));
                assertThat(kind(policy, with(report, findings), context))
                        .as("case %d", i)
                        .isNotEqualTo(VerdictKind.PASS);
            }
        }
        assertThat(failed).isGreaterThan(CASES / 10);
    }

    @Test
    void shouldNotDependOnTheOrderOfFindings() {
        Random random = new Random(7);
        for (int i = 0; i < CASES / 4; i++) {
            Policy policy = randomPolicy(random);
            List<Finding> findings = new ArrayList<>(randomFindings(random));
            ScanReport report = randomReport(random, findings);
            Context context = randomContext(random);
            Judgement before = PolicyEvaluator.judge(policy, report, context);
            Collections.shuffle(findings, random);
            assertThat(PolicyEvaluator.judge(policy, with(report, findings), context))
                    .as("case %d", i)
                    .isEqualTo(before);
        }
    }

    @Test
    void shouldNeverPassWhereFailOnIsNamedAndSuchAFindingCounts() {
        Random random = new Random(99);
        for (int i = 0; i < CASES / 4; i++) {
            Severity from = Severity.values()[random.nextInt(5)];
            Policy policy = Policy.defaults()
                    .tightenedBy(new Randomized(random).limitsOnly())
                    .failOn(from);
            List<Finding> findings = randomFindings(random);
            boolean bad = findings.stream().anyMatch(it -> it.severity().isAtLeast(from));
            if (bad) {
                assertThat(kind(policy, randomReport(random, findings), Context.at(NOW)))
                        .isEqualTo(VerdictKind.FAIL);
            }
        }
    }

    private static VerdictKind kind(Policy policy, ScanReport report, Context context) {
        return PolicyEvaluator.judge(policy, report, context).verdict().kind();
    }

    private static ScanReport with(ScanReport report, List<Finding> findings) {
        return Samples.report(
                Findings.of(findings), report.secrets(), report.malware(), report.packages(), report.scanTypes());
    }

    private static ScanReport randomReport(Random random, List<Finding> findings) {
        return Samples.report(
                Findings.of(findings),
                random.nextInt(4) == 0 ? List.of(Samples.secret(severity(random))) : List.of(),
                random.nextInt(8) == 0 ? List.of(new Malware("m", severity(random), "/m")) : List.of(),
                random.nextBoolean() ? List.of(new InstalledPackage("a", "1")) : List.of(),
                random.nextInt(4) == 0 ? Set.of(ScanType.PKG) : Set.of(ScanType.PKG, ScanType.SECRET));
    }

    private static List<Finding> randomFindings(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> randomFinding(random))
                .toList();
    }

    private static Finding randomFinding(Random random) {
        List<AffectedPackage> packages = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> part(
                        "abc".substring(random.nextInt(3)).substring(0, 1),
                        "" + random.nextInt(2),
                        random.nextBoolean() ? "9" : ""))
                .toList();
        List<String> cves = random.nextBoolean() ? List.of("CVE-2024-000" + random.nextInt(4)) : List.of();
        return new Finding(
                "" + (1 + random.nextInt(6)),
                severity(random),
                "t",
                cves,
                random.nextBoolean() ? (double) random.nextInt(101) : null,
                random.nextBoolean() ? random.nextInt(101) / 10.0 : null,
                packages,
                random.nextInt(5) == 0,
                random.nextInt(5) == 0);
    }

    private static Severity severity(Random random) {
        return Severity.values()[random.nextInt(Severity.values().length)];
    }

    private static Context randomContext(Random random) {
        Set<FindingIdentity> seen = IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> new FindingIdentity(
                        "" + (1 + random.nextInt(6)), List.of("", "a", "b", "c").get(random.nextInt(4))))
                .collect(Collectors.toSet());
        Map<FindingIdentity, Instant> since =
                seen.stream().collect(Collectors.toMap(it -> it, it -> NOW.minus(Duration.ofDays(random.nextInt(20)))));
        Set<InstalledPackage> packages = random.nextBoolean()
                ? Set.of()
                : Set.of(new InstalledPackage("a", "0"), new InstalledPackage("b", "1"));
        Instant dated = NOW.minus(Duration.ofDays(random.nextInt(10)));
        ThreatFeeds feeds = random.nextInt(4) == 0
                ? ThreatFeeds.none()
                : new ThreatFeeds(
                        new KevCatalog(Set.of("CVE-2024-0001"), dated),
                        EpssScores.of(Map.of("CVE-2024-0001", 0.9, "CVE-2024-0002", 0.2), dated));
        return new Context(random.nextInt(4) == 0 ? null : new Baseline("b", seen, packages, since), feeds, NOW);
    }

    private static Policy randomPolicy(Random random) {
        return new Randomized(random).policy();
    }

    /** Makes policies of all shapes; each part is left at its default more often than not, so that some images pass. */
    private record Randomized(Random random) {
        private static final List<String> PARTS = List.of(
                "unknownSeverity: %s",
                "secrets: {max: %d}",
                "secrets: {max: %d, minimumSeverity: %s}",
                "malware: {max: unlimited}",
                "deny: {qids: [%d]}",
                "deny: {cves: [CVE-2024-000%d]}",
                "deny: {packages: [a]}",
                "neverWaive: {qids: [%d]}",
                "fixableOnly: true",
                "qds: {max: %d0, unscored: ignore}",
                "qds: {max: %d0}",
                "cvss: {max: %d}",
                "kev: deny",
                "epss: {max: 0.%d}",
                "feeds: {maxAge: %dd}",
                "grace: {critical: %dd, high: %dd, medium: %dd}",
                "newFindings: {introduced: {%s: %d}}",
                "newFindings: {disclosed: {%s: %d, total: %d}}",
                "baseline: required",
                "suppressed: ignore",
                "potential: ignore",
                "requireScanTypes: [secret]",
                "exceptions: [{id: x, qid: %d, owner: o, reason: r, expires: 2026-01-2%d}]",
                "exceptions: [{id: y, package: a, owner: o, reason: r, expires: 2026-12-31}]",
                "exceptions: [{id: z, cve: CVE-2024-000%d, owner: o, reason: r, expires: 2026-12-31}]");

        Policy policy() {
            Map<String, String> chosen = IntStream.range(0, random.nextInt(6))
                    .mapToObj(i -> filled(PARTS.get(random.nextInt(PARTS.size()))))
                    .collect(Collectors.toMap(it -> it.substring(0, it.indexOf(':')), it -> it, (one, other) -> one));
            Policy policy = fromYaml(String.join("\n", chosen.values()));
            return new Policy(
                    policy.name(),
                    limitsOnly().limits(),
                    policy.unknownCountsAs(),
                    policy.secrets(),
                    policy.malware(),
                    policy.deny(),
                    policy.scope(),
                    policy.scores(),
                    policy.threats(),
                    policy.grace(),
                    policy.newFindings(),
                    policy.baselineRequired(),
                    policy.requiredScanTypes(),
                    policy.exceptions());
        }

        /** Limits of every severity and in all. */
        Policy limitsOnly() {
            EnumMap<Severity, Limit> limits = new EnumMap<>(Severity.class);
            for (Severity each : Severity.values()) {
                limits.put(each, random.nextInt(3) == 0 ? new Limit(random.nextInt(3)) : Limit.UNLIMITED);
            }
            return fromYaml("limits: "
                    + limits.entrySet().stream()
                            .filter(it -> it.getKey() != Severity.UNKNOWN)
                            .map(it -> it.getKey().word() + ": "
                                    + (it.getValue().isUnlimited()
                                            ? "unlimited"
                                            : it.getValue().max()))
                            .collect(Collectors.joining(", ", "{", "}")));
        }

        private static Policy fromYaml(String yaml) {
            return Samples.policy(yaml);
        }

        private Severity severity() {
            return Severity.values()[random.nextInt(5)];
        }

        private String filled(String part) {
            String filled = part;
            while (filled.contains("%")) {
                filled = filled.replaceFirst("%s", severity().word()).replaceFirst("%d", "" + (1 + random.nextInt(6)));
            }
            return filled;
        }
    }
}
