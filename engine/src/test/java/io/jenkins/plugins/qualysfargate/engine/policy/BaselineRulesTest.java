package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.brokenRules;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.judge;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.part;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.PackageUrl;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineRulesTest {
    private static final String NEW_ONES_ONLY = """
            limits: {critical: unlimited}
            newFindings:
              introduced: {critical: 0}
              disclosed: {critical: 1}
            """;
    private static final Baseline YESTERDAY = new Baseline(
            "previous scan",
            Set.of(new FindingIdentity("1", "zlib"), new FindingIdentity("2", "curl"), new FindingIdentity("9", "")),
            Set.of(new InstalledPackage("zlib", "1.0"), new InstalledPackage("curl", "8.0")),
            Map.of());

    private static Judgement against(Baseline baseline, String yaml, Finding... findings) {
        return PolicyEvaluator.judge(policy(yaml), report(findings), new Context(baseline, ThreatFeeds.none(), NOW));
    }

    private static Finding critical(String id, String packageName, String version) {
        return finding(id, Severity.CRITICAL, "", part(packageName, version, ""));
    }

    @Test
    void shouldTellKnownFromNewByRuleAndPackageAndNeverByVersionOrCount() {
        Judgement judgement = against(
                YESTERDAY,
                NEW_ONES_ONLY,
                critical("1", "zlib", "1.0.1"),
                critical("3", "curl", "8.0"),
                critical("4", "curl", "8.1"),
                critical("5", "busybox", "1"));

        assertThat(judgement.novelty()).isEqualTo(new Judgement.Novelty(2, 1, 1, 2));
        assertThat(brokenRules(judgement))
                .containsExactly("newFindings.introduced.critical", "newFindings.introduced.critical");
    }

    @Test
    void shouldKnowAPackageAgainThatHadAPackageUrl() {
        Baseline named = new Baseline(
                "previous scan",
                Set.of(),
                Set.of(new InstalledPackage("pyyaml", "5.3", new PackageUrl("pkg:pypi/pyyaml@5.3"))),
                Map.of());

        Judgement judgement = against(named, NEW_ONES_ONLY, critical("3", "pyyaml", "5.3"));

        assertThat(judgement.novelty()).isEqualTo(new Judgement.Novelty(0, 1, 0, 0));
    }

    @Test
    void shouldNotLetAFixedFindingMakeRoomForANewOne() {
        Judgement judgement = against(YESTERDAY, NEW_ONES_ONLY, critical("8", "zlib", "1.1"));

        assertThat(brokenRules(judgement)).containsExactly("newFindings.introduced.critical");
    }

    @Test
    void shouldLimitNewlyDisclosedFindingsApart() {
        assertThat(against(YESTERDAY, NEW_ONES_ONLY, critical("3", "curl", "8.0"))
                        .verdict())
                .isEqualTo(new Verdict.Pass());
        assertThat(brokenRules(
                        against(YESTERDAY, NEW_ONES_ONLY, critical("3", "curl", "8.0"), critical("4", "zlib", "1.0"))))
                .containsExactly("newFindings.disclosed.critical", "newFindings.disclosed.critical");
    }

    @Test
    void shouldTakeAFindingForNewIfAnyPackageOfItIs() {
        Finding both = finding("1", Severity.CRITICAL, "", part("zlib", "1.0", ""), part("curl", "8.0", ""));
        Finding neither = finding("1", Severity.CRITICAL, "", part("zlib", "1.0", ""), part("new", "1", ""));

        assertThat(against(YESTERDAY, NEW_ONES_ONLY, both).novelty()).isEqualTo(new Judgement.Novelty(0, 1, 0, 2));
        assertThat(against(YESTERDAY, NEW_ONES_ONLY, neither).novelty()).isEqualTo(new Judgement.Novelty(1, 0, 0, 2));
    }

    @Test
    void shouldTellFindingsWithoutAPackageApartByTheirRule() {
        Judgement judgement = against(
                YESTERDAY, NEW_ONES_ONLY, finding("9", Severity.CRITICAL, ""), finding("10", Severity.CRITICAL, ""));

        assertThat(judgement.novelty()).isEqualTo(new Judgement.Novelty(1, 0, 1, 2));
        assertThat(brokenRules(judgement)).containsExactly("newFindings.introduced.critical");
    }

    @Test
    void shouldCountANewFindingAsBothWhereTheBaselineHasNoInventory() {
        Baseline bare = new Baseline("previous scan", Set.of(), Set.of(), Map.of());
        String noneDisclosed = "limits: {critical: unlimited}\nnewFindings: {disclosed: {critical: 0}}";

        Judgement judgement = against(bare, noneDisclosed, critical("3", "curl", "8.0"));

        assertThat(brokenRules(judgement)).containsExactly("newFindings.disclosed.critical");
        assertThat(judgement.warnings())
                .containsExactly(
                        "The baseline (previous scan) has no inventory, so newly introduced and newly disclosed"
                                + " findings cannot be told apart, and new ones count as both.");
    }

    @Test
    void shouldTakeEveryFindingForANewOneWithoutABaseline() {
        Judgement judgement = judge(NEW_ONES_ONLY, critical("1", "zlib", "1.0"));

        assertThat(brokenRules(judgement)).containsExactly("newFindings.introduced.critical");
        assertThat(judgement.novelty()).isNull();
        assertThat(judgement.warnings())
                .containsExactly(
                        "No earlier scan of this image is known, so every finding is taken for a new one, both for"
                                + " newFindings.introduced and for newFindings.disclosed.");
    }

    @Test
    void shouldGiveNoAnswerWithoutABaselineThatIsRequired() {
        Judgement judgement = judge("baseline: required", critical("1", "zlib", "1.0"));

        assertThat(judgement.verdict()).isInstanceOfSatisfying(Verdict.Indeterminate.class, it -> assertThat(it.cause())
                .isEqualTo(IndeterminateCause.MISSING_DATA));
        assertThat(judgement.counts()).isNotNull();
        assertThat(against(YESTERDAY, "baseline: required").verdict()).isEqualTo(new Verdict.Pass());
    }

    @ParameterizedTest(name = "first seen {0} ago, {1}: broken {2}")
    @CsvSource({
        "PT0S,HIGH,false",
        "PT167H59M59S,HIGH,false",
        "PT168H,HIGH,true",
        "P30D,HIGH,true",
        "PT1S,CRITICAL,true",
        "PT1S,UNKNOWN,true",
        "P13D,MEDIUM,false",
        "P14D,MEDIUM,true",
        "-P400D,HIGH,false"
    })
    void shouldCountAFindingOnlyAfterItsGrace(Duration age, Severity severity, boolean broken) {
        Baseline seen = new Baseline(
                "previous scan", Set.of(), Set.of(), Map.of(new FindingIdentity("1", "zlib"), NOW.minus(age)));
        Finding finding = finding("1", severity, "", part("zlib", "1.0", ""));

        Judgement judgement = against(seen, "limits: {high: 0, medium: 0}\ngrace: {high: 7d, medium: 2w}", finding);

        assertThat(brokenRules(judgement)).hasSize(broken ? 1 : 0);
        assertThat(judgement.warnings()).hasSize(broken ? 0 : 1);
    }

    @Test
    void shouldTellFromWhenOnFindingsCount() {
        Baseline seen = new Baseline(
                "previous scan",
                Set.of(),
                Set.of(),
                Map.of(
                        new FindingIdentity("1", "a"), Instant.parse("2026-01-20T00:00:00.123Z"),
                        new FindingIdentity("1", "b"), Instant.parse("2026-01-18T00:00:00.123Z"),
                        new FindingIdentity("2", "c"), Instant.parse("2026-01-21T00:00:00Z")));
        Finding oldest = finding("1", Severity.HIGH, "", part("a", "1", ""), part("b", "1", ""));

        Judgement judgement = against(
                seen,
                "limits: {high: 0}\ngrace: {high: 7d}",
                oldest,
                finding("2", Severity.HIGH, "", part("c", "1", "")),
                finding("3", Severity.HIGH, "", part("never-seen", "1", "")));

        assertThat(judgement.verdict()).isEqualTo(new Verdict.Pass());
        assertThat(judgement.warnings())
                .containsExactly(
                        "The grace of the policy has not run out for 3 findings, so the limits do not count them"
                                + " yet; the first one counts from 2026-01-25T00:00:00Z on.");
    }

    @Test
    void shouldGiveNoGraceWithoutABaseline() {
        Judgement judgement = judge("limits: {high: 0}\ngrace: {high: 7d}", finding("1", Severity.HIGH));

        assertThat(brokenRules(judgement)).containsExactly("limits.high");
        assertThat(judgement.warnings())
                .containsExactly(
                        "No earlier scan of this image is known, so nobody knows since when its findings have been"
                                + " there, and the policy's grace is not applied.");
    }
}
