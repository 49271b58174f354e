package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.brokenRules;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.judge;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.part;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.secret;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Finding UNFIXABLE = finding("1001", Severity.CRITICAL, "CVE-2024-1001", part("a", "1", ""));
    private static final Finding SUPPRESSED = marked("1002", false, true);
    private static final Finding POTENTIAL = marked("1003", true, false);

    private static Finding marked(String id, boolean potential, boolean suppressed) {
        return new Finding(
                id, Severity.CRITICAL, "", List.of("CVE-2024-" + id), null, null, List.of(), potential, suppressed);
    }

    @Test
    void shouldCountSuppressedAndPotentialFindingsUnlessToldOtherwise() {
        assertThat(violations(judge("", SUPPRESSED, POTENTIAL))).hasSize(2);
        assertThat(violations(judge("suppressed: ignore", SUPPRESSED, POTENTIAL)))
                .extracting(Violation::subject)
                .containsExactly("1003");
        assertThat(violations(judge("potential: ignore", SUPPRESSED, POTENTIAL)))
                .extracting(Violation::subject)
                .containsExactly("1002");
    }

    @Test
    void shouldTellOfFindingsThatDoNotCount() {
        Judgement judgement =
                judge("suppressed: ignore\npotential: ignore\nfixableOnly: true", SUPPRESSED, POTENTIAL, UNFIXABLE);

        assertThat(judgement.verdict()).isEqualTo(new Verdict.Pass());
        assertThat(judgement.warnings())
                .containsExactly(
                        "1 finding (suppressed) does not count because the policy says suppressed: ignore.",
                        "1 finding (potential) does not count because the policy says potential: ignore.",
                        "1 finding (without a known fix) does not count for the limits because the policy says"
                                + " fixableOnly: true.");
    }

    @Test
    void shouldDenyByNameWhateverTheFixAndTheScannersOpinion() {
        String scope = "suppressed: ignore\npotential: ignore\nfixableOnly: true\n";

        assertThat(brokenRules(judge(scope + "deny: {qids: [1001, 1002]}", SUPPRESSED, POTENTIAL, UNFIXABLE)))
                .containsExactly("deny.rules", "deny.rules");
        assertThat(brokenRules(judge(scope + "deny: {cves: [CVE-2024-1003]}", SUPPRESSED, POTENTIAL, UNFIXABLE)))
                .containsExactly("deny.cves");
    }

    @Test
    void shouldDenyACveHoweverTheScannerSpellsIt() {
        Finding byRule = finding("cve-2024-77777", Severity.LOW, "", part("a", "1", ""));
        Finding byList = finding("1001", Severity.LOW, " cve-2024-77777 ", part("a", "1", ""));

        assertThat(brokenRules(judge("deny: {cves: [CVE-2024-77777]}", byRule, byList)))
                .containsExactly("deny.cves", "deny.cves");
        assertThat(violations(judge("deny: {cves: [CVE-2024-77777]}", byList))
                        .get(0)
                        .message())
                .endsWith("has CVE-2024-77777, which the policy denies.");
    }

    @Test
    void shouldDenyPackagesByPatternWithAndWithoutFindings() {
        Policy denying = policy("deny: {packages: ['telnet*', xz-utils]}");
        ScanReport inventory = report(
                Findings.of(List.of(finding("1001", Severity.LOW, "", part("xz-utils", "5.6", "")))),
                List.of(),
                List.of(),
                List.of(new InstalledPackage("telnetd", "0.17"), new InstalledPackage("bash", "5.2")),
                Set.of(ScanType.PKG, ScanType.SECRET));

        Judgement judgement = PolicyEvaluator.judge(denying, inventory, Context.at(NOW));

        assertThat(violations(judgement))
                .extracting(Violation::rule, Violation::message)
                .containsExactly(
                        tuple("deny.packages", "Package telnetd 0.17 is installed, which the policy denies."),
                        tuple(
                                "deny.packages",
                                "Finding 1001 \"Update for 1001\" in xz-utils 5.6 is in the package xz-utils, which the"
                                        + " policy denies."));
        assertThat(judge("deny: {packages: [telnet]}").warnings())
                .containsExactly(
                        "The report has no inventory, so deny.packages is judged by packages with findings only.");
    }

    @Test
    void shouldFailOnSecretsAndSayWhere() {
        ScanReport report = report(List.of(), List.of(secret(Severity.HIGH)));

        Judgement judgement = PolicyEvaluator.judge(Policy.defaults(), report, Context.at(NOW));

        assertThat(judgement.secrets()).isEqualTo(1);
        assertThat(violations(judgement)).hasSize(1);
        assertThat(violations(judgement).get(0).subject()).isEqualTo("aws-key /app/.env:3");
        assertThat(violations(judgement).get(0).message())
                .isEqualTo(
                        "Secret \"AWS access key\" lies in /app/.env:3: 1 secret counts and the policy allows none.");
    }

    @Test
    void shouldCountSecretsFromTheMinimumSeverityOnAndUnknownOnesAlways() {
        ScanReport report =
                report(List.of(), List.of(secret(Severity.LOW), secret(Severity.HIGH), secret(Severity.UNKNOWN)));

        assertThat(brokenRules(PolicyEvaluator.judge(
                        policy("secrets: {max: 1, minimumSeverity: high}"), report, Context.at(NOW))))
                .containsExactly("secrets.max", "secrets.max");
        assertThat(brokenRules(PolicyEvaluator.judge(
                        policy("secrets: {max: 2, minimumSeverity: high}"), report, Context.at(NOW))))
                .isEmpty();
    }

    @Test
    void shouldNotTakeAScanThatDidNotLookForSecretsForOneThatFoundNone() {
        ScanReport packagesOnly = report(Findings.of(List.of()), List.of(), List.of(), List.of(), Set.of(ScanType.PKG));
        ScanReport untold = report(Findings.of(List.of()), List.of(), List.of(), List.of(), Set.of());

        assertThat(PolicyEvaluator.judge(Policy.defaults(), packagesOnly, Context.at(NOW))
                        .warnings())
                .containsExactly("The scan did not look for secrets, so the policy's limit on them says nothing.");
        assertThat(PolicyEvaluator.judge(Policy.defaults(), untold, Context.at(NOW))
                        .warnings())
                .containsExactly(
                        "The report does not tell what was looked for, so the policy's limit on secrets says nothing.");
        assertThat(PolicyEvaluator.judge(policy("secrets: {max: unlimited}"), untold, Context.at(NOW))
                        .warnings())
                .isEmpty();
    }

    @Test
    void shouldFailOnMalware() {
        ScanReport infected = report(
                Findings.of(List.of()),
                List.of(),
                List.of(new Malware("Mirai", Severity.UNKNOWN, "/tmp/x")),
                List.of(),
                Set.of(ScanType.PKG, ScanType.SECRET, ScanType.MALWARE));

        assertThat(violations(PolicyEvaluator.judge(Policy.defaults(), infected, Context.at(NOW))))
                .extracting(Violation::message)
                .containsExactly("Malware \"Mirai\" lies in /tmp/x: 1 malware file counts and the policy allows none.");
        assertThat(brokenRules(PolicyEvaluator.judge(policy("malware: {max: 1}"), infected, Context.at(NOW))))
                .isEmpty();
    }

    @Test
    void shouldGiveNoAnswerWhenARequiredScanTypeIsMissing() {
        Judgement judgement = judge("requireScanTypes: [pkg, malware]", UNFIXABLE);

        Verdict.Indeterminate verdict = (Verdict.Indeterminate) judgement.verdict();
        assertThat(verdict.cause()).isEqualTo(IndeterminateCause.INCOMPLETE_SCAN);
        assertThat(verdict.message())
                .isEqualTo("The policy requires a scan of type malware, and the report shows that none was made.");
        assertThat(judge("requireScanTypes: [pkg, secret]").verdict()).isEqualTo(new Verdict.Pass());
    }
}
