package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final String LOCAL_EXCEPTION =
            "exceptions: [{id: x, qid: 1001, owner: a, reason: b, expires: 2026-12-31}]\n";

    private static VerdictKind verdict(Policy policy) {
        return PolicyEvaluator.judge(policy, report(finding("1001", Severity.CRITICAL)), Context.at(NOW))
                .verdict()
                .kind();
    }

    @ParameterizedTest(name = "fail on {0}: no {1}")
    @CsvSource({
        "CRITICAL,CRITICAL",
        "HIGH,CRITICAL HIGH",
        "LOW,CRITICAL HIGH MEDIUM LOW",
        "INFORMATIONAL,CRITICAL HIGH MEDIUM LOW INFORMATIONAL"
    })
    void shouldFailOnASeverityAndEveryWorseOne(Severity from, String none) {
        Policy policy = policy("limits: {critical: unlimited, low: 5}").failOn(from);

        for (Severity each : Severity.values()) {
            long expected = none.contains(each.name()) ? 0 : each == Severity.LOW ? 5 : Long.MAX_VALUE;
            assertThat(policy.limits().of(each).max()).as(each.name()).isEqualTo(expected);
        }
    }

    @Test
    void shouldFailOnUnknownByWhatUnknownCountsAs() {
        Policy policy =
                policy("limits: {critical: unlimited}\nunknownSeverity: medium").failOn(Severity.UNKNOWN);

        assertThat(PolicyEvaluator.judge(policy, report(finding("1", Severity.UNKNOWN)), Context.at(NOW))
                        .verdict()
                        .kind())
                .isEqualTo(VerdictKind.FAIL);
        assertThat(policy.limits().of(Severity.LOW)).isEqualTo(Limit.UNLIMITED);
    }

    @Test
    void shouldTakeTheStricterOfEverything() {
        Policy local = policy("""
                name: local
                limits: {critical: 5, high: 1}
                unknownSeverity: low
                fixableOnly: true
                secrets: {max: 5, minimumSeverity: low}
                cvss: {max: 5, unscored: ignore}
                epss: {max: 0.1}
                grace: {high: 7d, medium: 3d}
                suppressed: ignore
                potential: ignore
                malware: {max: 3}
                deny: {qids: [1]}
                feeds: {maxAge: 1d}
                baseline: required
                requireScanTypes: [pkg]
                """);
        Policy floor = policy("""
                name: floor
                limits: {critical: 0, high: 9, total: 50}
                secrets: {max: 9}
                cvss: {max: 9}
                qds: {max: 50}
                epss: {max: 0.5}
                kev: deny
                grace: {high: 1d, critical: 1d}
                deny: {qids: [2]}
                requireScanTypes: [secret]
                malware: {max: 9}
                newFindings: {introduced: {low: 0}}
                """);
        Policy expected = policy("""
                name: local over floor
                limits: {critical: 0, high: 1, total: 50}
                secrets: {max: 5}
                cvss: {max: 5}
                qds: {max: 50}
                epss: {max: 0.1}
                kev: deny
                grace: {high: 1d}
                deny: {qids: [1, 2]}
                feeds: {maxAge: 1d}
                baseline: required
                requireScanTypes: [pkg, secret]
                malware: {max: 3}
                newFindings: {introduced: {low: 0}}
                """);

        Policy merged = local.tightenedBy(floor);

        assertThat(merged.limits()).isEqualTo(expected.limits());
        assertThat(merged.unknownCountsAs()).containsOnly(Severity.LOW, Severity.CRITICAL);
        assertThat(merged)
                .usingRecursiveComparison()
                .ignoringFields("unknownCountsAs")
                .isEqualTo(expected);
    }

    @Test
    void shouldNotLetALocalExceptionStandUnlessTheFloorSaysSo() {
        Policy local = policy(LOCAL_EXCEPTION);

        assertThat(verdict(local)).isEqualTo(VerdictKind.PASS);
        assertThat(verdict(local.tightenedBy(policy("limits: {critical: 3}")))).isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(local.tightenedBy(policy("localExceptions: allow")))).isEqualTo(VerdictKind.PASS);
        assertThat(verdict(local.tightenedBy(policy("localExceptions: allow\nneverWaive: {qids: [1001]}"))))
                .isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(local.tightenedBy(policy(LOCAL_EXCEPTION)))).isEqualTo(VerdictKind.PASS);
        assertThat(verdict(Policy.defaults().tightenedBy(policy(LOCAL_EXCEPTION))))
                .isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldKeepAFloorOfTwoFloorsAsStrictAsTheStricter() {
        Policy allowing = policy("localExceptions: allow");
        Policy denying = policy("localExceptions: deny");

        assertThat(allowing.tightenedBy(denying).exceptions().localAllowed()).isFalse();
        assertThat(denying.tightenedBy(allowing).exceptions().localAllowed()).isFalse();
        assertThat(allowing.tightenedBy(allowing).exceptions().localAllowed()).isTrue();
    }

    @Test
    void shouldHaveAFingerprintThatDoesNotDependOnOrderOrSpelling() {
        String one = policy("limits: {critical: 0, high: 5}\ndeny: {qids: [2, 1], cves: [CVE-2024-0001]}")
                .fingerprint();

        assertThat(one).matches("[0-9a-f]{64}");
        assertThat(policy("deny: {cves: [CVE-2024-0001], rules: ['1', 2]}\nlimits: {high: 5}")
                        .fingerprint())
                .isEqualTo(one);
        assertThat(Policy.defaults().fingerprint())
                .isEqualTo(policy("name: default").fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits: {critical: 1}",
                "limits: {total: 1}",
                "unknownSeverity: low",
                "secrets: {max: 1}",
                "secrets: {minimumSeverity: low}",
                "malware: {max: 1}",
                "deny: {cves: [CVE-2024-0001]}",
                "deny: {qids: [1]}",
                "deny: {packages: [a]}",
                "fixableOnly: true",
                "qds: {max: 1}",
                "cvss: {max: 1}",
                "cvss: {max: 1, unscored: ignore}",
                "kev: deny",
                "epss: {max: 0.5}",
                "feeds: {maxAge: 1d}",
                "grace: {high: 1d}",
                "newFindings: {introduced: {low: 0}}",
                "newFindings: {disclosed: {low: 0}}",
                "baseline: required",
                "suppressed: ignore",
                "potential: ignore",
                "requireScanTypes: [pkg]",
                LOCAL_EXCEPTION,
                "neverWaive: {qids: [1]}",
                "localExceptions: allow",
                "name: other"
            })
    void shouldHaveAnotherFingerprintForEveryOtherValue(String change) {
        assertThat(policy(change).fingerprint()).isNotEqualTo(policy("").fingerprint());
    }

    @Test
    void shouldNotLetUnknownCountAsNothing() {
        Policy it = Policy.defaults();

        assertThatThrownBy(() -> withUnknown(it, Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> withUnknown(it, Set.of(Severity.UNKNOWN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Limits(Map.of(Severity.UNKNOWN, Limit.NONE), Limit.UNLIMITED).isUnlimited())
                .isTrue();
    }

    private static Policy withUnknown(Policy it, Set<Severity> unknown) {
        return new Policy(
                it.name(),
                it.limits(),
                unknown,
                it.secrets(),
                it.malware(),
                it.deny(),
                it.scope(),
                it.scores(),
                it.threats(),
                it.grace(),
                it.newFindings(),
                it.baselineRequired(),
                it.requiredScanTypes(),
                it.exceptions());
    }
}
