package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.brokenRules;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.judge;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.part;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEvaluatorTest {

    @Test
    void shouldPassAnImageWithoutFindings() {
        Judgement judgement = PolicyEvaluator.judge(Policy.defaults(), report(), Context.at(NOW));

        assertThat(judgement.verdict()).isEqualTo(new Verdict.Pass());
        assertThat(judgement.warnings()).isEmpty();
        assertThat(judgement.secrets()).isZero();
        assertThat(judgement.novelty()).isNull();
    }

    @ParameterizedTest(name = "{0} finding, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    CRITICAL      | name: any                                         | FAIL
                    HIGH          | name: any                                         | PASS
                    UNKNOWN       | name: any                                         | FAIL
                    UNKNOWN       | unknownSeverity: high                             | PASS
                    UNKNOWN       | {unknownSeverity: low, limits: {low: 0}}          | FAIL
                    UNKNOWN       | {unknownSeverity: low, limits: {total: 0}}        | FAIL
                    CRITICAL      | limits: {critical: unlimited}                     | PASS
                    CRITICAL      | limits: {critical: 1}                             | PASS
                    CRITICAL      | limits: {high: 0}                                 | FAIL
                    HIGH          | limits: {high: 0}                                 | FAIL
                    HIGH          | limits: {medium: 0}                               | PASS
                    MEDIUM        | limits: {medium: 0}                               | FAIL
                    LOW           | limits: {low: 0}                                  | FAIL
                    INFORMATIONAL | limits: {informational: 0}                        | FAIL
                    INFORMATIONAL | limits: {total: 0}                                | FAIL
                    INFORMATIONAL | limits: {total: 1}                                | PASS
                    """)
    void shouldHoldFindingsAgainstLimits(Severity severity, String yaml, VerdictKind expected) {
        String block =
                yaml.startsWith("{") ? yaml.substring(1, yaml.length() - 1).replace(", limits", "\nlimits") : yaml;

        assertThat(judge(block, finding("1001", severity)).verdict().kind()).isEqualTo(expected);
    }

    @Test
    void shouldSayInPlainSentencesWhatIsWrongAndWhatToDo() {
        Finding zlib = new Finding(
                "178901",
                Severity.CRITICAL,
                "Debian Security Update for zlib",
                List.of("CVE-2022-37434"),
                68.0,
                9.8,
                List.of(part("zlib1g", "1:1.2.11", "1:1.2.13")),
                false,
                false);

        assertThat(violations(judge("", zlib)))
                .containsExactly(new Violation(
                        "limits.critical",
                        "178901 zlib1g 1:1.2.11",
                        Severity.CRITICAL,
                        "Finding 178901 \"Debian Security Update for zlib\" in zlib1g 1:1.2.11 is critical:"
                                + " 1 finding counts as critical and the policy allows none.",
                        "Upgrade zlib1g to 1:1.2.13, or ask for an exception."));
    }

    @Test
    void shouldListEveryOffendingFindingWhenALimitAboveNoneIsExceeded() {
        Judgement within = judge("limits: {high: 2}", finding("1001", Severity.HIGH), finding("1002", Severity.HIGH));
        Judgement beyond = judge(
                "limits: {high: 2}",
                finding("1003", Severity.HIGH),
                finding("1001", Severity.HIGH),
                finding("1002", Severity.HIGH));

        assertThat(within.verdict().kind()).isEqualTo(VerdictKind.PASS);
        assertThat(violations(beyond))
                .extracting(Violation::subject)
                .containsExactly("1001 lib1001 1.0", "1002 lib1002 1.0", "1003 lib1003 1.0");
        assertThat(violations(beyond).get(0).message())
                .endsWith("is high: 3 findings count as high and the policy allows 2.");
    }

    @Test
    void shouldMakeOneViolationOfTooManyFindingsInAll() {
        Judgement judgement =
                judge("limits: {total: 1}", finding("1001", Severity.LOW), finding("1002", Severity.MEDIUM));

        assertThat(violations(judgement))
                .containsExactly(new Violation(
                        "limits.total",
                        "all findings",
                        Severity.MEDIUM,
                        "The image has too many findings: 2 findings count and the policy allows 1.",
                        "Upgrade or remove packages until at most 1 findings are left, or ask for exceptions."));
    }

    @Test
    void shouldListTheWorstFirstAndTellHowManyMoreThereAre() {
        List<Finding> many = new ArrayList<>(IntStream.range(0, 1_500)
                .mapToObj(i -> finding(Integer.toString(9_999 - i), Severity.HIGH))
                .toList());
        many.add(finding("5", Severity.CRITICAL));
        many.add(finding("7", Severity.UNKNOWN));

        Judgement judgement = PolicyEvaluator.judge(
                Samples.policy("limits: {critical: 0, high: 0}"), report(many, List.of()), Context.at(NOW));

        Verdict.Fail fail = (Verdict.Fail) judgement.verdict();
        assertThat(fail.violations()).hasSize(1_000);
        assertThat(fail.omitted()).isEqualTo(502);
        assertThat(fail.violations().subList(0, 3))
                .extracting(Violation::subject)
                .containsExactly("5 lib5 1.0", "7 lib7 1.0", "8500 lib8500 1.0");
        assertThat(fail.violations().get(999).subject()).isEqualTo("9497 lib9497 1.0");
        assertThat(fail.violations().get(1).message()).contains("is of unknown severity: 2 findings count as critical");
    }

    @Test
    void shouldNameAllRulesThatAFindingBreaks() {
        Judgement judgement = judge("deny: {cves: [CVE-2024-1001], qids: [1001]}", finding("1001", Severity.CRITICAL));

        assertThat(brokenRules(judgement)).containsExactly("deny.cves", "deny.rules", "limits.critical");
    }

    @Test
    void shouldCountEveryFindingOnceWhateverBecomesOfIt() {
        Finding suppressed = new Finding("1001", Severity.HIGH, "", List.of(), null, null, List.of(), false, true);
        Finding several = finding("1002", Severity.LOW, "", part("a", "1", ""), part("b", "1", ""));

        Judgement judgement = judge("suppressed: ignore", suppressed, several, finding("1003", Severity.UNKNOWN));

        assertThat(judgement.counts())
                .isEqualTo(new SeverityCounts(Map.of(Severity.HIGH, 1L, Severity.LOW, 1L, Severity.UNKNOWN, 1L)));
    }

    @Test
    void shouldTellWhatToDoWithoutAFixAndWithoutAPackage() {
        Judgement judgement = judge(
                "",
                finding("1001", Severity.CRITICAL, "", part("openssl", "3.0", "")),
                finding("1002", Severity.CRITICAL, ""));

        assertThat(violations(judgement))
                .extracting(Violation::howToFix)
                .containsExactly(
                        "No fix is known: remove openssl, or ask for an exception.",
                        "Follow the advice on 1002, or ask for an exception.");
    }

    @Test
    void shouldNameAPackageOnceThatLiesInSeveralPlaces() {
        Finding copied = new Finding(
                "1000",
                Severity.CRITICAL,
                "title",
                List.of(),
                null,
                null,
                List.of(part("django", "3.0", "3.1"), part("django", "3.0", "3.1"), part("flask", "2.0", "2.1")),
                false,
                false);

        Violation violation = violations(judge("", copied)).get(0);

        assertThat(violation.subject()).isEqualTo("1000 django 3.0, flask 2.0");
        assertThat(violation.howToFix()).containsOnlyOnce("django").containsOnlyOnce("flask");
    }

    @Test
    void shouldCutWhatAHostileReportMakesLong() {
        String endless = "x".repeat(1 << 20);
        String quiteLong = "x".repeat(1 << 12);
        Finding hostile = new Finding(
                endless,
                Severity.CRITICAL,
                endless,
                List.of(),
                null,
                null,
                IntStream.range(0, 5_000)
                        .mapToObj(i -> part(i + quiteLong, endless, i + quiteLong))
                        .toList(),
                false,
                false);

        Violation violation = violations(judge("", hostile)).get(0);

        assertThat(violation.subject()).hasSizeLessThan(1_000).endsWith(" and 4997 more");
        assertThat(violation.message()).hasSizeLessThan(1_500);
        assertThat(violation.howToFix()).hasSizeLessThan(1_000).contains("and 4997 more");
    }
}
