package io.jenkins.plugins.qualysfargate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.yaml.JsonOfYaml;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whatever the bytes are, reading them ends, and what it calls a policy is one by the schema as well, tolerates more than
 * the default only in so many words, and cannot be used to talk the default out of anything. The saved inputs run with every
 * build; CONTRIBUTING names the command for the long run.
 */
class PolicyFuzzTest {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final ScanReport BAD = Samples.report(
            Findings.of(List.of(Samples.finding("178901", Severity.CRITICAL))),
            List.of(Samples.secret(Severity.HIGH)),
            List.of(new Malware("m", Severity.CRITICAL, "/m")),
            List.of(),
            Set.of(ScanType.values()));

    @FuzzTest(maxDuration = "10m")
    void policyIsLooseOnlyInSoManyWords(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        PolicyReading reading = PolicyReader.read("policy.yaml", text);
        if (reading instanceof PolicyReading.Valid valid) {
            checkAgreement(text);
            checkWords(text, valid.policy());
            checkMerging(valid.policy());
            assertThat(PolicyReader.read("again.yaml", text)).isEqualTo(valid);
        } else if (reading instanceof PolicyReading.Invalid invalid) {
            checkProblems(text, invalid.problems());
        }
    }

    private static void checkAgreement(String text) {
        assertThat(PolicyContractTest.SCHEMA.validate(JsonOfYaml.json(text)))
                .as("what the schema says against %s", text)
                .isEmpty();
    }

    /** Keys are texts of the file, unless an escape spells them. */
    private static void checkWords(String text, Policy policy) {
        if (text.contains("\\")) {
            return;
        }
        Policy defaults = Policy.defaults();
        checkWord(text, "critical", policy.limits().of(Severity.CRITICAL), Limit.NONE);
        checkWord(text, "secrets", policy.secrets(), defaults.secrets());
        checkWord(text, "malware", policy.malware(), defaults.malware());
        checkWord(text, "unknownSeverity", policy.unknownCountsAs(), defaults.unknownCountsAs());
        checkWord(text, "fixableOnly", policy.scope().fixableOnly(), false);
        checkWord(text, "suppressed", policy.scope().countSuppressed(), true);
        checkWord(text, "potential", policy.scope().countPotential(), true);
        checkWord(text, "grace", policy.grace(), defaults.grace());
        checkWord(
                text,
                "exceptions",
                policy.exceptions().layers(),
                defaults.exceptions().layers());
        checkWord(text, "localExceptions", policy.exceptions().localAllowed(), false);
    }

    private static void checkWord(String text, String word, Object said, Object otherwise) {
        if (!said.equals(otherwise)) {
            assertThat(text).as("says %s = %s", word, said).contains(word);
        }
    }

    private static void checkMerging(Policy policy) {
        assertThat(policy.tightenedBy(policy)).isEqualTo(policy);
        assertThat(policy.tightenedBy(policy).fingerprint()).isEqualTo(policy.fingerprint());
        assertThat(kind(policy.tightenedBy(Policy.defaults()))).isNotEqualTo(VerdictKind.PASS);
        assertThat(kind(Policy.defaults().tightenedBy(policy))).isNotEqualTo(VerdictKind.PASS);
    }

    private static VerdictKind kind(Policy policy) {
        return PolicyEvaluator.judge(policy, BAD, Context.at(Samples.NOW))
                .verdict()
                .kind();
    }

    private static void checkProblems(String text, List<YamlProblem> problems) {
        long lines = LINE_BREAK.matcher(text).results().count() + 1;
        assertThat(problems).hasSizeBetween(1, 101).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat((long) problem.line()).isBetween(0L, lines);
        });
    }
}
