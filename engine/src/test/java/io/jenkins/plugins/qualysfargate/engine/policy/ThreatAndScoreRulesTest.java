package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.brokenRules;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.judge;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.part;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.threat.EpssScores;
import io.jenkins.plugins.qualysfargate.engine.threat.KevCatalog;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreatAndScoreRulesTest {
    private static final Finding EXPLOITED =
            finding("1001", Severity.LOW, "CVE-2021-44228", part("log4j", "2.14", "2.17"));

    private static ThreatFeeds feeds(Duration age) {
        return new ThreatFeeds(
                new KevCatalog(Set.of("CVE-2021-44228"), NOW.minus(age)),
                EpssScores.of(Map.of("CVE-2021-44228", 0.97, "CVE-2024-0001", 0.5), NOW.minus(age)));
    }

    private static Judgement with(ThreatFeeds feeds, String yaml, Finding... findings) {
        return PolicyEvaluator.judge(policy(yaml), report(findings), new Context(null, feeds, NOW));
    }

    private static Finding scored(@Nullable Double qds, @Nullable Double cvss) {
        return new Finding("1001", Severity.LOW, "", List.of(), qds, cvss, List.of(), false, false);
    }

    @Test
    void shouldDenyExploitedVulnerabilitiesWhateverTheirSeverity() {
        Judgement judgement = with(feeds(Duration.ZERO), "kev: deny\nfixableOnly: true", EXPLOITED);

        assertThat(brokenRules(judgement)).containsExactly("kev");
        assertThat(violations(judgement).get(0).message())
                .endsWith("has CVE-2021-44228, which is known to be exploited (CISA KEV).");
        assertThat(with(feeds(Duration.ZERO), "kev: ignore", EXPLOITED).verdict())
                .isEqualTo(new Verdict.Pass());
    }

    @ParameterizedTest
    @CsvSource({"0.96,true", "0.97,false", "1,false", "0,true"})
    void shouldDenyProbabilitiesAboveTheMaximum(String max, boolean broken) {
        Judgement judgement = with(feeds(Duration.ZERO), "epss: {max: " + max + "}", EXPLOITED);

        assertThat(brokenRules(judgement)).isEqualTo(broken ? List.of("epss.max") : List.of());
    }

    @Test
    void shouldTakeTheMostLikelyCveAndTellOfFindingsWithoutAScore() {
        Finding several = finding("1002", Severity.LOW, "CVE-2024-0001,CVE-2021-44228,CVE-2024-9999");

        Judgement judgement = with(feeds(Duration.ZERO), "epss: {max: 0.6}", several, finding("1003", Severity.LOW));

        assertThat(violations(judgement).get(0).message())
                .endsWith("has CVE-2021-44228, which is exploited within 30 days with a probability of 0.97 (EPSS), and"
                        + " the policy allows 0.6.");
        assertThat(judgement.warnings())
                .containsExactly("EPSS has no score for 1 finding, so epss.max says nothing about them.");
    }

    @ParameterizedTest(name = "{0} with a feed that is {1} old")
    @CsvSource(
            delimiter = '|',
            value = {
                "kev: deny                                 | P7D     | PASS",
                "kev: deny                                 | PT168H1S| INDETERMINATE",
                "epss: {max: 1}                            | P7D     | PASS",
                "epss: {max: 1}                            | P8D     | INDETERMINATE",
                "{kev: deny, feeds: {maxAge: 2d}}          | P2D     | PASS",
                "{kev: deny, feeds: {maxAge: 2d}}          | P3D     | INDETERMINATE",
                "kev: deny                                 | -P1D    | PASS",
                "kev: deny                                 | -P2D    | INDETERMINATE",
                "kev: ignore                               | P900D   | PASS"
            })
    void shouldGiveNoAnswerByAFeedThatIsTooOld(String yaml, Duration age, String expected) {
        String block =
                yaml.startsWith("{") ? yaml.substring(1, yaml.length() - 1).replace(", feeds", "\nfeeds") : yaml;

        assertThat(with(feeds(age), block).verdict().kind()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"kev: deny", "epss: {max: 0.5}"})
    void shouldGiveNoAnswerWithoutAFeedEvenWhereSomethingElseIsBroken(String yaml) {
        Judgement judgement = judge(yaml, finding("1001", Severity.CRITICAL));

        assertThat(judgement.verdict()).isInstanceOfSatisfying(Verdict.Indeterminate.class, it -> {
            assertThat(it.cause()).isEqualTo(IndeterminateCause.MISSING_DATA);
            assertThat(it.message()).endsWith(", which is not at hand.");
        });
    }

    @ParameterizedTest
    @CsvSource({"qds,70,false", "qds,69.9,true", "cvss,7,false", "cvss,6.9,true", "cvss,0,true"})
    void shouldDenyScoresAboveTheMaximum(String key, String max, boolean broken) {
        Judgement judgement = judge(key + ": {max: " + max + "}", scored(70.0, 7.0));

        assertThat(brokenRules(judgement)).isEqualTo(broken ? List.of(key + ".max") : List.of());
    }

    @Test
    void shouldNotTakeAMissingScoreForALowOne() {
        assertThat(judge("cvss: {max: 9}", scored(70.0, null)).verdict())
                .isInstanceOfSatisfying(Verdict.Indeterminate.class, it -> assertThat(it.message())
                        .isEqualTo("The policy limits the CVSS score, but no finding of the report carries one."));
        Judgement ignored = judge("cvss: {max: 9, unscored: ignore}", scored(70.0, null));
        assertThat(ignored.verdict()).isEqualTo(new Verdict.Pass());
        assertThat(ignored.warnings())
                .containsExactly("1 finding carries no CVSS score, so cvss.max says nothing about it.");
        assertThat(judge("cvss: {max: 9}", scored(null, null), scored(null, 5.0))
                        .verdict())
                .isEqualTo(new Verdict.Pass());
        assertThat(judge("cvss: {max: 9}").verdict()).isEqualTo(new Verdict.Pass());
    }

    @Test
    void shouldTakeAScoreOfAWaivedFindingForProofThatTheScannerReportsScores() {
        String waived = "exceptions: [{id: x, qid: 7, owner: a, reason: b, expires: 2026-12-31}]\ncvss: {max: 9}";
        Finding excused = new Finding("7", Severity.LOW, "", List.of(), null, 5.0, List.of(), false, false);

        assertThat(judge(waived, excused, scored(null, null)).verdict()).isEqualTo(new Verdict.Pass());
        assertThat(judge(waived, finding("7", Severity.LOW), scored(null, null)).verdict())
                .isInstanceOf(Verdict.Indeterminate.class);
    }
}
