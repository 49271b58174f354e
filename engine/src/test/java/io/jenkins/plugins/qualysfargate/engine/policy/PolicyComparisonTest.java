package io.jenkins.plugins.qualysfargate.engine.policy;

import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.NOW;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.finding;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.policy;
import static io.jenkins.plugins.qualysfargate.engine.policy.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyComparisonTest {
    private static final StoredReport CRITICAL = new StoredReport(
            "a", report(finding("1", Severity.CRITICAL), finding("2", Severity.HIGH)), Context.at(NOW));
    private static final StoredReport CLEAN = new StoredReport("b", report(), Context.at(NOW));

    @Test
    void shouldTellWhichVerdictsAndViolationsWouldChange() {
        Policy relaxed = policy("limits: {critical: 1, high: 0}");

        List<ImageChange> changes = PolicyComparison.compare(Policy.defaults(), relaxed, List.of(CRITICAL, CLEAN));

        assertThat(changes).extracting(ImageChange::image).containsExactly("a", "b");
        assertThat(changes).extracting(ImageChange::verdictChanged).containsExactly(false, false);
        assertThat(changes.get(0).added()).extracting(Violation::rule).containsExactly("limits.high");
        assertThat(changes.get(0).removed()).extracting(Violation::rule).containsExactly("limits.critical");
        assertThat(changes.get(1).added()).isEmpty();
    }

    @Test
    void shouldTellOfAnImageThatWouldGetNoAnswer() {
        ImageChange change = PolicyComparison.compare(Policy.defaults(), policy("kev: deny"), List.of(CLEAN))
                .get(0);

        assertThat(change.verdictChanged()).isTrue();
        assertThat(change.before().kind()).isEqualTo(VerdictKind.PASS);
        assertThat(change.after().kind()).isEqualTo(VerdictKind.INDETERMINATE);
    }

    @Test
    void shouldNotTakeAnotherMessageForAnotherViolation() {
        ImageChange change = PolicyComparison.compare(
                        policy("limits: {critical: 0, total: 0}"),
                        policy("limits: {critical: 0, total: 1}"),
                        List.of(CRITICAL))
                .get(0);

        assertThat(change.added()).isEmpty();
        assertThat(change.removed()).isEmpty();
    }
}
