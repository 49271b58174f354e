package io.jenkins.plugins.qualysfargate.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRuleTest {
    private static ScanRecord passingWith(Severity severity) {
        Finding critical = Scans.finding("1", "zlib1g");
        Finding finding = new Finding(
                critical.id(),
                severity,
                critical.title(),
                critical.cves(),
                critical.qds(),
                critical.cvss(),
                critical.packages(),
                critical.potential(),
                critical.suppressed());
        return Scans.passing("one")
                .verdict(new Verdict.Pass())
                .findings(finding)
                .make();
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL,true", "HIGH,true", "UNKNOWN,true", "MEDIUM,false", "LOW,false"})
    void shouldTellOfTheWorstFindingsEvenIfThePolicyLetsThemPass(Severity severity, boolean wanted) {
        assertThat(AlertRule.DEFAULT.wants(passingWith(severity))).isEqualTo(wanted);
    }

    @Test
    void shouldTellOfAScanThatGaveNoAnswer() {
        assertThat(AlertRule.DEFAULT.wants(Scans.broken("one").make())).isTrue();
        assertThat(new AlertRule(Set.of(AlertReason.CRITICAL))
                        .wants(Scans.broken("one").make()))
                .isFalse();
    }

    @Test
    void shouldTellOfAPolicyThatSaysNoAndOfNothingThatIsClean() {
        assertThat(new AlertRule(Set.of(AlertReason.FAILED))
                        .wants(Scans.failing("one").make()))
                .isTrue();
        assertThat(AlertRule.DEFAULT.wants(Scans.passing("one").make())).isFalse();
        assertThat(new AlertRule(Set.of()).wants(Scans.failing("one").make())).isFalse();
    }
}
