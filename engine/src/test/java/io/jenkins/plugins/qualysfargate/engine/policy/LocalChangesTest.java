package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a front end changes of a policy, before a floor is put under it. */
class LocalChangesTest {
    private static final String EXCUSE_1001 = """
            - id: not-reachable
              qid: 1001
              owner: team
              reason: The function is not called.
              expires: 2026-12-31
            """;

    @Test
    void shouldReplaceTheLimitsThatAreGivenAndKeepTheOthers() {
        Policy changed = policy("limits: {critical: 3, high: 5, medium: 7, total: 50}")
                .withLimits(Map.of(Severity.CRITICAL, Limit.NONE, Severity.HIGH, new Limit(9)), new Limit(20));

        assertThat(changed).isEqualTo(policy("limits: {critical: 0, high: 9, medium: 7, total: 20}"));
    }

    @Test
    void shouldKeepWhereNullIsGiven() {
        Policy before = policy("limits: {critical: 3, low: 5, total: 50}");
        Map<Severity, Limit> nothing = new EnumMap<>(Severity.class);
        for (Severity each : Severity.values()) {
            nothing.put(each, null);
        }
        assertThat(before.withLimits(nothing, null)).isEqualTo(before);
        assertThat(before.withLimits(Map.of(), null)).isEqualTo(before);
        assertThat(before.withLimits(Map.of(), Limit.NONE))
                .isEqualTo(policy("limits: {critical: 3, low: 5, total: 0}"));
    }

    @Test
    void shouldLiftALimitInSoManyWordsOnly() {
        assertThat(policy("limits: {high: 5}").withLimits(Map.of(Severity.HIGH, Limit.UNLIMITED), null))
                .isEqualTo(policy("limits: {high: unlimited}"));
    }

    @Test
    void shouldRefuseALimitOnUnknownInsteadOfIgnoringIt() {
        assertThatThrownBy(() -> policy("").withLimits(Map.of(Severity.UNKNOWN, Limit.NONE), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknownSeverity");
    }

    @Test
    void shouldNotLoosenAFloorThatIsMergedAfterwards() {
        Policy local = policy("limits: {high: 0}")
                .withLimits(
                        Map.of(Severity.CRITICAL, Limit.UNLIMITED, Severity.HIGH, Limit.UNLIMITED), Limit.UNLIMITED);

        Policy merged = local.tightenedBy(policy("limits: {critical: 2, high: 4, total: 9}"));

        assertThat(merged.limits().of(Severity.CRITICAL)).isEqualTo(new Limit(2));
        assertThat(merged.limits().of(Severity.HIGH)).isEqualTo(new Limit(4));
        assertThat(merged.limits().total()).isEqualTo(new Limit(9));
    }

    @Test
    void shouldExcuseWhatIsAddedBesideItsOwnExceptions() {
        Policy own = policy("exceptions: [{id: own, qid: 2002, owner: a, reason: b, expires: 2026-12-31}]");

        assertThat(verdict(own, "2002")).isEqualTo(VerdictKind.PASS);
        assertThat(verdict(own, "1001")).isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(own.excusing(exceptions(EXCUSE_1001)), "2002")).isEqualTo(VerdictKind.PASS);
        assertThat(verdict(own.excusing(exceptions(EXCUSE_1001)), "1001")).isEqualTo(VerdictKind.PASS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: floor                                             | FAIL
            localExceptions: allow                                  | PASS
            localExceptions: allow, neverWaive: {qids: [1001]}      | FAIL
            localExceptions: allow, neverWaive: {packages: [lib*]}  | FAIL
            localExceptions: allow, limits: {critical: 0}           | PASS
            deny: {qids: [1001]}                                    | FAIL
            """)
    void shouldLeaveItToTheFloorWhetherAddedExceptionsStand(String floor, VerdictKind expected) {
        Policy local = policy("").excusing(exceptions(EXCUSE_1001));
        assertThat(verdict(local, "1001")).isEqualTo(VerdictKind.PASS);

        Policy merged = local.tightenedBy(
                policy(floor.replace(", neverWaive", "\nneverWaive").replace(", limits", "\nlimits")));

        assertThat(verdict(merged, "1001")).isEqualTo(expected);
    }

    @Test
    void shouldNotExcuseWhatThePolicyNeverWaives() {
        Policy never = policy("neverWaive: {qids: [1001]}");
        assertThat(verdict(never.excusing(exceptions(EXCUSE_1001)), "1001")).isEqualTo(VerdictKind.FAIL);
        assertThat(verdict(policy("").excusing(exceptions(EXCUSE_1001)).excusing(never.exceptions()), "1001"))
                .isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldRefuseToAddToWhatIsMergedAlready() {
        Exceptions more = exceptions(EXCUSE_1001);
        Policy merged = policy("exceptions: [{id: own, qid: 2, owner: a, reason: b, expires: 2026-12-31}]")
                .tightenedBy(policy("name: floor"));
        assertThatThrownBy(() -> merged.excusing(more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before a policy is merged");
        assertThatThrownBy(() -> policy("").excusing(merged.exceptions())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTakeTheSameExceptionOnceAndRefuseTwoUnderOneId() {
        Policy once = policy("").excusing(exceptions(EXCUSE_1001));
        assertThat(once.excusing(exceptions(EXCUSE_1001))).isEqualTo(once);
        assertThatThrownBy(() -> once.excusing(exceptions(EXCUSE_1001.replace("1001", "1002"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not-reachable");
    }

    @Test
    void shouldReadExceptionsAsAPolicyDoes() {
        String inPolicy = "exceptions:\n" + EXCUSE_1001.indent(2);
        assertThat(exceptions(EXCUSE_1001).layers())
                .isEqualTo(policy(inPolicy).exceptions().layers());
        assertThat(exceptions("[{\"id\": \"a\", \"cve\": \"CVE-2024-1234\", \"owner\": \"b\", \"reason\": \"c\","
                                + " \"expires\": \"2026-12-31\"}]")
                        .layers()
                        .get(0))
                .hasSize(1);
    }

    @Test
    void shouldTellEverythingThatIsWrongWithItsPlace() {
        assertThat(problems("""
                - id: a
                  qid: 1001
                  owner: team
                  reason: why
                  expires: soon
                - id: a
                  qid: 1002
                  onwer: team
                  reason: why
                  expires: 2026-12-31
                """))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("job:5:12: exceptions[0].expires: is not a date"),
                        it -> assertThat(it).startsWith("job:6:3: exceptions[1].id: is the id of an earlier"),
                        it -> assertThat(it).startsWith("job:6:3: exceptions[1].owner: is missing"),
                        it -> assertThat(it).startsWith("job:8:3: exceptions[1].onwer: is not a key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "[]",
                "{}",
                "text",
                "exceptions: [{id: x, qid: 1, owner: a, reason: b, expires: 2026-12-31}]",
                "- just text",
                "- {id: x, qid: 1, owner: a, reason: b}",
                "- &a {id: x, qid: 1, owner: a, reason: b, expires: 2026-12-31}\n- *a",
                "[{id: x"
            })
    void shouldExcuseNothingByAListThatIsNotSound(String text) {
        assertThat(problems(text)).isNotEmpty().allMatch(it -> it.startsWith("job:"));
    }

    private static VerdictKind verdict(Policy policy, String id) {
        return PolicyEvaluator.judge(policy, report(finding(id, Severity.CRITICAL)), Context.at(NOW))
                .verdict()
                .kind();
    }

    private static Exceptions exceptions(String text) {
        return PolicyReader.readExceptions("job", text).fold(ExceptionsReading.Valid::exceptions, invalid -> {
            throw new AssertionError(invalid.problems());
        });
    }

    private static List<String> problems(String text) {
        return PolicyReader.readExceptions("job", text)
                .fold(
                        valid -> {
                            throw new AssertionError(valid.exceptions());
                        },
                        invalid -> invalid.problems().stream()
                                .map(YamlProblem::toString)
                                .toList());
    }
}
