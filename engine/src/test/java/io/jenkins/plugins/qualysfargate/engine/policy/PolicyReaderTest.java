package io.jenkins.plugins.qualysfargate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
    private static final Path SAMPLES = Path.of("../contracts/samples/policy");

    private static List<String> problems(String yaml) {
        return PolicyReader.read("policy.yaml", yaml).fold(valid -> List.of(), invalid -> invalid.problems().stream()
                .map(YamlProblem::toString)
                .toList());
    }

    private static List<String> warnings(String yaml) {
        return PolicyReader.read("policy.yaml", yaml)
                .fold(PolicyReading.Valid::warnings, invalid -> List.of("invalid"));
    }

    @Test
    void shouldReadTheShortestPolicyAsTheDefaults() {
        Policy policy = Samples.policy("name: default");

        assertThat(policy).isEqualTo(Policy.defaults());
        assertThat(Samples.policy("").name()).isEqualTo("policy");
    }

    @Test
    void shouldReadEveryKey() throws IOException {
        Policy policy = PolicyReader.read("p", Files.readString(SAMPLES.resolve("good-every-key.yaml")))
                .fold(PolicyReading.Valid::policy, invalid -> {
                    throw new AssertionError(invalid);
                });

        assertThat(policy.name()).isEqualTo("payments production");
        assertThat(policy.limits())
                .isEqualTo(new Limits(
                        Map.of(
                                Severity.CRITICAL,
                                Limit.NONE,
                                Severity.HIGH,
                                Limit.NONE,
                                Severity.MEDIUM,
                                new Limit(20)),
                        new Limit(200)));
        assertThat(policy.unknownCountsAs()).containsExactly(Severity.HIGH);
        assertThat(policy.secrets()).isEqualTo(new SecretRule(Limit.NONE, Severity.LOW));
        assertThat(policy.malware()).isEqualTo(Limit.NONE);
        assertThat(policy.deny())
                .isEqualTo(new Targets(
                        Set.of("CVE-2021-44228", "CVE-2024-3094"),
                        Set.of("376157", "376160", "GHSA-jfh8-c2jp-5v3q", "376178"),
                        Set.of(new Glob("telnetd"), new Glob("xz-utils*"))));
        assertThat(policy.scope()).isEqualTo(new Scope(true, true, false));
        assertThat(policy.scores()).isEqualTo(new Scores(new ScoreLimit(89.5, false), new ScoreLimit(9, true)));
        assertThat(policy.threats()).isEqualTo(new ThreatRules(true, 0.5, Duration.ofHours(36)));
        assertThat(policy.grace().bySeverity())
                .isEqualTo(Map.of(
                        Severity.HIGH,
                        Duration.ofDays(7),
                        Severity.MEDIUM,
                        Duration.ofDays(30),
                        Severity.LOW,
                        Duration.ofDays(84),
                        Severity.INFORMATIONAL,
                        Duration.ofDays(84)));
        assertThat(policy.newFindings().introduced().of(Severity.LOW)).isEqualTo(new Limit(5));
        assertThat(policy.newFindings().introduced().total()).isEqualTo(new Limit(5));
        assertThat(policy.newFindings().disclosed())
                .isEqualTo(new Limits(Map.of(Severity.CRITICAL, Limit.NONE), Limit.UNLIMITED));
        assertThat(policy.baselineRequired()).isTrue();
        assertThat(policy.requiredScanTypes()).containsOnly(ScanType.PKG, ScanType.SECRET, ScanType.MALWARE);
        assertThat(policy.exceptions().localAllowed()).isTrue();
        assertThat(policy.exceptions().neverWaive().cves()).containsExactly("CVE-2021-44228");
        assertThat(policy.exceptions().layers()).hasSize(1);
        assertThat(policy.exceptions().layers().get(0))
                .hasSize(3)
                .first()
                .isEqualTo(new Exemption(
                        "zlib-not-reachable",
                        new ExceptionTarget(null, "178901", new Glob("zlib1g*"), null, null),
                        new Glob("*/payments-api:*"),
                        "team-payments",
                        "The vulnerable function is not called.",
                        "security@example.com",
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 1, 10)));
    }

    @Test
    void shouldTellAllProblemsAtOnceWithTheirPlacesAndTheValidNames() throws IOException {
        assertThat(problems(Files.readString(SAMPLES.resolve("bad-many-problems.yaml"))))
                .containsExactly(
                        "policy.yaml:4:3: limits.hihg: is not a key that a policy has here. Did you mean 'high'? Valid are"
                                + " critical, high, medium, low, informational, total.",
                        "policy.yaml:5:8: limits.low: is neither a number from 0 to 999999999 nor the word unlimited",
                        "policy.yaml:6:36: secrets.minimumSeverity: 'hi' is not valid. Did you mean 'high'? Valid are critical, high, medium,"
                                + " low, informational.",
                        "policy.yaml:7:6: kev: 'block' is not valid. Valid are deny, ignore.",
                        "policy.yaml:9:5: exceptions[0].reason: is missing: every exception has it, and it is a text of 1"
                                + " to 500 characters in one line",
                        "policy.yaml:12:14: exceptions[0].expires: is not a date such as 2026-03-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   \n\n", "# only a comment\n", "---\n", "...\n", "null", "~", "\uFEFF", "--- # x\n...\n"})
    void shouldNeverTakeAnEmptyFileForAPolicy(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: 1\\nversion: 1                         | :2:1: version: is given twice",
                "version: 1\\nlimits: {low: 1, low: 2}           | :2:18: limits.low: is given twice",
                "version: 1\\n---\\nversion: 1                    | :2:1: a second document",
                "version: &a 1                                   | anchors (&a) are refused",
                "version: 1\\nname: *a                           | aliases (*a) are refused",
                "version: !!int 1                                | tags (tag:yaml.org,2002:int) are refused",
                "!!javax.script.ScriptEngineManager [x]          | tags (tag:yaml.org,2002:javax",
                "version: ! 1                                    | tags (!) are refused",
                "version: 1\\nlimits: {<<: {low: 1}}             | limits.<<: is not a key",
                "version: 1\\n? [a]\\n: b                         | is not a key",
                "version: 1\\nlimits: {critical: 0               | is not YAML",
                "version: 1\\n\\tname: x                          | is not YAML",
                "version: 1\\nname: a\\u0007b                    | is not YAML",
                "<html><body>502 Bad Gateway</body></html>       | :1:1: holds no keys",
                "version: 01                                     | version: is neither",
                "version: 1.0                                    | version: is neither",
                "version: 3                                      | version: is a version that is not known here",
                "version: 1\\nlimits: {low: 1_000}               | limits.low",
                "version: 1\\nlimits: {low: 0x10}                | limits.low",
                "version: 1\\nlimits: {low: 1:30}                | limits.low",
                "version: 1\\nlimits: {low: 9999999999}          | limits.low",
                "version: 1\\nfixableOnly: yes                   | fixableOnly: is neither true nor false",
                "version: 1\\nepss: {max: .5}                    | epss.max: is not a number from 0 to 1",
                "version: 1\\nepss: {max: .nan}                  | epss.max",
                "version: 1\\nepss: {max: 1.01}                  | epss.max",
                "version: 1\\ngrace: {low: [7d]}                 | grace.low: is not a time",
                "version: 1\\nkev: [deny]                        | kev: is no word",
                "version: 1\\nname: 5                            | name: is not a text",
                "version: 1\\nepss: {}                           | epss.max: is missing",
                "version: 1\\nexceptions: {id: x}                | exceptions: is no list with at least one item",
                "version: 1\\nexceptions: [x]                    | exceptions[0]: holds no keys"
            })
    void shouldRefuseWhatCouldBeMisread(String yaml, String expected) {
        String text = yaml.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0007", "\u0007");

        assertThat(String.join("\n", problems(text))).contains(expected);
    }

    @Test
    void shouldRefuseTwoExceptionsOfOneIdAndDatesInTheWrongOrder() {
        String yaml = """
                version: 1
                exceptions:
                  - {id: x, qid: 1, owner: a, reason: b, expires: 2026-01-31, created: 2026-02-01}
                  - {id: x, qid: 2, owner: a, reason: b, expires: 2026-01-31, created: 2026-01-31}
                """;

        assertThat(problems(yaml))
                .containsExactly(
                        "policy.yaml:3:5: exceptions[0].created: is later than expires",
                        "policy.yaml:4:5: exceptions[1].id: is the id of an earlier exception too; give each its own");
    }

    @Test
    void shouldSurviveHostileFiles() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n";

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(problems(bomb)).isNotEmpty();
            assertThat(problems("[".repeat(500_000))).anyMatch(it -> it.contains("deeper than any policy"));
            assertThat(problems("{a: ".repeat(200_000))).isNotEmpty();
            assertThat(problems("- ".repeat(200_000))).isNotEmpty();
            assertThat(problems("x".repeat(1024 * 1024 + 1))).anyMatch(it -> it.contains("at most 1048576"));
            assertThat(problems("version: 1\n" + "y: 1\n".repeat(100_000)))
                    .hasSize(101)
                    .last()
                    .isEqualTo("policy.yaml: there are 99900 more problems");
        });
    }

    @Test
    void shouldProposeAWordOnlyForANearMiss() {
        assertThat(problems("version: 1\nLimits: {}"))
                .singleElement()
                .asString()
                .contains("Did you mean 'limits'?");
        assertThat(problems("version: 1\nexeptions: []"))
                .singleElement()
                .asString()
                .contains("Did you mean 'exceptions'?");
        assertThat(problems("version: 1\nthresholds: {}"))
                .singleElement()
                .asString()
                .doesNotContain("Did you mean");
    }

    @Test
    void shouldWarnOfWhatIsProbablyNotMeant() {
        assertThat(warnings("version: 1\nmalware: {max: 0}"))
                .singleElement()
                .asString()
                .startsWith("malware.max says nothing");
        assertThat(warnings("version: 1\nmalware: {max: 0}\nrequireScanTypes: [malware]"))
                .isEmpty();
        assertThat(warnings("version: 1\nnewFindings: {introduced: {critical: 0}}"))
                .containsExactly("limits.critical is 0, so a limit on new findings of this severity adds nothing; write"
                        + " limits.critical: unlimited to judge new ones alone.");
        assertThat(warnings("version: 1\nlimits: {critical: unlimited}\nnewFindings: {disclosed: {critical: 0}}"))
                .isEmpty();
    }
}
