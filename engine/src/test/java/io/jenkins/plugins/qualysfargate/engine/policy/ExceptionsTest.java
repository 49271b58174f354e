package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.judge;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.part;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.secret;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Waived;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionsTest {
    private static final String PROMISE = ", owner: team-a, reason: not reachable, expires: 2026-06-30}\n";
    private static final Finding TWO_PACKAGES = finding(
            "178901",
            Severity.CRITICAL,
            "CVE-2022-37434,CVE-2022-37435",
            part("zlib1g", "1", "2"),
            part("zlib1g-dev", "1", "2"));

    private static String exceptions(String... targets) {
        StringBuilder yaml = new StringBuilder("exceptions:\n");
        for (int i = 0; i < targets.length; i++) {
            yaml.append("  - {id: x").append(i).append(", ").append(targets[i]).append(PROMISE);
        }
        return yaml.toString();
    }

    @ParameterizedTest(name = "{0} waives: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    qid: 178901                                               | true
                    rule: '178901'                                            | true
                    qid: 178902                                               | false
                    cve: CVE-2022-37434                                       | false
                    package: zlib1g                                           | false
                    package: zlib1g*                                          | true
                    qid: 178901, package: zlib1g                              | false
                    qid: 178902, package: zlib1g*                             | false
                    cve: CVE-2022-37434, package: zlib1g*                     | false
                    qid: 178901, image: '*/payments-api:*'                    | true
                    qid: 178901, image: payments-api                          | false
                    qid: 178901, cve: CVE-2022-37434                          | false
                    qid: 178901, cve: CVE-2022-99999                          | false
                    """)
    void shouldWaiveOnlyWhatTheExceptionNames(String target, boolean waives) {
        String unquoted = target.replace("''", "'");

        assertThat(judge(exceptions(unquoted), TWO_PACKAGES).verdict().kind() == VerdictKind.PASS)
                .isEqualTo(waives);
    }

    @Test
    void shouldWaiveAFindingWhenEveryPackageAndEveryCveIsExcused() {
        assertThat(judge(exceptions("package: zlib1g", "package: zlib1g-dev"), TWO_PACKAGES)
                        .verdict())
                .isEqualTo(new Verdict.Pass());
        assertThat(judge(exceptions("cve: CVE-2022-37434", "cve: CVE-2022-37435"), TWO_PACKAGES)
                        .verdict())
                .isEqualTo(new Verdict.Pass());
        assertThat(judge(exceptions("cve: CVE-2022-37434, package: zlib1g", "cve: CVE-2022-37435"), TWO_PACKAGES)
                        .verdict()
                        .kind())
                .isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldNotExcuseAFindingWithoutPackagesByAPackage() {
        assertThat(judge(exceptions("package: zlib*"), finding("1001", Severity.CRITICAL, ""))
                        .verdict()
                        .kind())
                .isEqualTo(VerdictKind.FAIL);
        assertThat(judge(exceptions("qid: 1001"), finding("1001", Severity.CRITICAL, ""))
                        .verdict())
                .isEqualTo(new Verdict.Pass());
    }

    @Test
    void shouldListWhatIsWaivedWithWhoAnswersForIt() {
        Judgement judgement = judge(exceptions("qid: 178901, package: zlib1g", "package: zlib1g-dev"), TWO_PACKAGES);

        assertThat(judgement.waived())
                .containsExactly(
                        new Waived("178901 zlib1g", Severity.CRITICAL, "x0", "team-a", "2026-06-30"),
                        new Waived("178901 zlib1g-dev", Severity.CRITICAL, "x1", "team-a", "2026-06-30"));
        assertThat(judgement.counts()).isEqualTo(judge("", TWO_PACKAGES).counts());
        assertThat(judgement.warnings()).isEmpty();
    }

    @Test
    void shouldTellOfAnExceptionThatExcusesOnlyAPart() {
        assertThat(judge(exceptions("qid: 178901, package: zlib1g"), TWO_PACKAGES)
                        .warnings())
                .containsExactly(
                        "Exception x0 (owner team-a) excuses only some of the packages or CVEs of 178901 zlib1g 1,"
                                + " zlib1g-dev 1, so the finding counts.");
    }

    @Test
    void shouldTellOfUnusedExceptionsUnlessTheyAreForAnotherImage() {
        Judgement judgement = judge(exceptions("qid: 1", "qid: 2, image: other", "secret: aws-key"));

        assertThat(judgement.warnings())
                .containsExactly(
                        "Exception x0 (owner team-a) is unused: it matches nothing in this image. Remove it if it is no"
                                + " longer needed.",
                        "Exception x2 (owner team-a) is unused: it matches nothing in this image. Remove it if it is no"
                                + " longer needed.");
    }

    @ParameterizedTest(name = "on {0}: {1}, {2}")
    @CsvSource({
        "2026-06-15T23:59:59Z,PASS,''",
        "2026-06-16T00:00:00Z,PASS,expires soon",
        "2026-06-30T23:59:59Z,PASS,expires soon",
        "2026-07-01T00:00:00Z,FAIL,expired on 2026-06-30"
    })
    void shouldHoldUntilTheEndOfItsLastDay(Instant now, VerdictKind expected, String warning) {
        Judgement judgement =
                PolicyEvaluator.judge(policy(exceptions("qid: 178901")), report(TWO_PACKAGES), Context.at(now));

        assertThat(judgement.verdict().kind()).isEqualTo(expected);
        assertThat(String.join("\n", judgement.warnings())).contains(warning);
        assertThat(judgement.warnings()).hasSize(warning.isEmpty() ? 0 : 1);
    }

    @Test
    void shouldFailAgainWhenItExpiresAndSayWhichExceptionThatWas() {
        Judgement judgement = PolicyEvaluator.judge(
                policy(exceptions("qid: 178901", "qid: 5")),
                report(TWO_PACKAGES),
                Context.at(Instant.parse("2026-08-01T00:00:00Z")));

        assertThat(violations(judgement).get(0).message())
                .endsWith("the policy allows none. Exception x0 (owner team-a) expired on 2026-06-30.");
        assertThat(judgement.waived()).isEmpty();
        assertThat(judgement.warnings())
                .containsExactly(
                        "Exception x0 (owner team-a) expired on 2026-06-30 and excuses 178901 zlib1g 1, zlib1g-dev 1 no"
                                + " longer: fix the finding, or have the exception renewed.",
                        "Exception x1 (owner team-a) expired on 2026-06-30 and matches nothing in this image: remove it.");
    }

    @Test
    void shouldExcuseASecretByRuleAndPathAndNothingElse() {
        ScanReport leaking = report(List.of(), List.of(secret(Severity.HIGH)));

        assertThat(verdict(exceptions("secret: aws-key"), leaking)).isEqualTo(VerdictKind.PASS);
        assertThat(verdict(exceptions("secret: aws-key, path: /app/*"), leaking))
                .isEqualTo(VerdictKind.PASS);
        assertThat(verdict(exceptions("secret: aws-key, path: /etc/*"), leaking))
                .isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(exceptions("secret: other"), leaking)).isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(exceptions("rule: aws-key"), leaking)).isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(exceptions("secret: '178901'"), report(TWO_PACKAGES)))
                .isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldExcuseADeniedPackageOnlyByAnExceptionForThePackage() {
        ScanReport installed = report(
                Findings.of(List.of()),
                List.of(),
                List.of(),
                List.of(new InstalledPackage("telnetd", "1")),
                Set.of(ScanType.SECRET));
        String deny = "deny: {packages: [telnetd]}\n";

        assertThat(verdict(deny, installed)).isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(deny + exceptions("package: telnet*"), installed)).isEqualTo(VerdictKind.PASS);
        assertThat(verdict(deny + exceptions("package: telnet*, qid: 5"), installed))
                .isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(deny + "neverWaive: {packages: [telnetd]}\n" + exceptions("package: telnet*"), installed))
                .isEqualTo(VerdictKind.FAIL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"cves: [CVE-2022-37435]", "qids: [178901]", "packages: [zlib1g-dev]"})
    void shouldNeverWaiveWhatThePolicyMarksSo(String never) {
        Judgement judgement = judge("neverWaive: {" + never + "}\n" + exceptions("qid: 178901"), TWO_PACKAGES);

        assertThat(judgement.verdict().kind()).isEqualTo(VerdictKind.FAIL);
        assertThat(judgement.warnings())
                .containsExactly(
                        "Exception x0 (owner team-a) cannot excuse 178901 zlib1g 1, zlib1g-dev 1: it is never to"
                                + " be waived, or not every one of the merged policies excuses it.");
    }

    @Test
    void shouldTellOfTheSameFindingWhateverTheirOrder() {
        Finding other = finding("178900", Severity.HIGH, "", part("zlib1g", "1", ""), part("curl", "1", ""));
        String yaml = exceptions("package: zlib1g");

        assertThat(judge(yaml, TWO_PACKAGES, other).warnings())
                .isEqualTo(judge(yaml, other, TWO_PACKAGES).warnings())
                .singleElement()
                .asString()
                .contains("CVEs of 178900 ");
    }

    @Test
    void shouldWaiveNothingByAnExceptionForAnotherSecretOrPackage() {
        ScanReport report = report(
                Findings.of(List.of()),
                List.of(secret(Severity.HIGH)),
                List.of(),
                List.of(new InstalledPackage("telnetd", "1"), new InstalledPackage("bash", "5")),
                Set.of(ScanType.SECRET));
        String deny = "deny: {packages: [telnetd]}\n";

        Judgement judgement = PolicyEvaluator.judge(
                policy(deny + exceptions("package: bash", "secret: other-key", "qid: 5")), report, Context.at(NOW));

        assertThat(Samples.brokenRules(judgement)).containsExactlyInAnyOrder("deny.packages", "secrets.max");
        assertThat(judgement.waived()).isEmpty();
    }

    @Test
    void shouldNeverWaiveByAPackageThatIsNotTheFirst() {
        assertThat(judge("neverWaive: {packages: [other, zlib1g-dev]}\n" + exceptions("qid: 178901"), TWO_PACKAGES)
                        .verdict()
                        .kind())
                .isEqualTo(VerdictKind.FAIL);
        assertThat(judge("neverWaive: {packages: [other]}\n" + exceptions("qid: 178901"), TWO_PACKAGES)
                        .verdict())
                .isEqualTo(new Verdict.Pass());
    }

    @Test
    void shouldListNoMoreThanAThousandWaivedFindings() {
        List<Finding> many = IntStream.range(1_000, 2_200)
                .mapToObj(i -> finding(Integer.toString(i), Severity.HIGH))
                .toList();

        Judgement judgement =
                PolicyEvaluator.judge(policy(exceptions("package: lib*")), report(many, List.of()), Context.at(NOW));

        assertThat(judgement.waived()).hasSize(1_000);
        assertThat(judgement.waived().get(0).subject()).isEqualTo("1000 lib*");
        assertThat(judgement.warnings()).contains("Exceptions excuse 200 more findings, which are not listed.");
    }

    @Test
    void shouldListNoMoreThanTwoHundredWarnings() {
        String[] unused = IntStream.range(0, 250).mapToObj(i -> "qid: 9" + i).toArray(String[]::new);

        assertThat(judge(exceptions(unused)).warnings())
                .hasSize(201)
                .last()
                .isEqualTo("There are 50 more warnings, which are not listed.");
    }

    private static VerdictKind verdict(String yaml, ScanReport report) {
        return PolicyEvaluator.judge(policy(yaml), report, Context.at(NOW))
                .verdict()
                .kind();
    }
}
