package io.jenkins.plugins.qualysfargate.engine.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several statements about a severity counts, and what one that is not understood turns into. */
class SeverityOrderTest {
    @TempDir
    private Path directory;

    @ParameterizedTest(name = "result {0}, rule {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'properties':{'severity':2},'level':'error' | 'properties':{'severity':5} | LOW",
                "'level':'note' | 'properties':{'severity':5,'customerSeverity':1} | CRITICAL",
                "'level':'note' | 'properties':{'customerSeverity':4} | HIGH",
                "'level':'note' | 'properties':{'severity':null,'customerSeverity':'3'} | MEDIUM",
                "'level':'note' | 'properties':{'security-severity':'9.8'} | CRITICAL",
                "'level':'error' | 'properties':{'security-severity':7.0} | HIGH",
                "'level':'error' | 'properties':{'security-severity':'4.0'} | MEDIUM",
                "'level':'error' | 'properties':{'security-severity':'0.1'} | LOW",
                "'level':'error' | 'properties':{'security-severity':'0.0'} | UNKNOWN",
                "'level':'note' | 'properties':{'security-severity':'very'} | UNKNOWN",
                "'level':'note' | 'properties':{'security-severity':11} | UNKNOWN",
                "'level':'error' | 'name':'n' | CRITICAL",
                "'level':'warning' | 'name':'n' | MEDIUM",
                "'level':'note' | 'name':'n' | LOW",
                "'level':'none' | 'name':'n' | INFORMATIONAL",
                "'level':'fatal' | 'name':'n' | UNKNOWN",
                "'kind':'fail' | 'defaultConfiguration':{'level':'error'} | CRITICAL",
                "'kind':'fail' | 'name':'n' | UNKNOWN",
                "'properties':{'severity':0} | 'properties':{'severity':5} | UNKNOWN",
                "'properties':{'severity':6} | 'properties':{'severity':1} | UNKNOWN",
                "'properties':{'severity':-1},'level':'note' | 'name':'n' | UNKNOWN",
                "'properties':{'severity':99999999999999999999} | 'name':'n' | UNKNOWN",
                "'properties':{'severity':4.5} | 'name':'n' | UNKNOWN",
                "'properties':{'severity':4.0} | 'name':'n' | HIGH",
                "'properties':{'severity':'5'} | 'name':'n' | CRITICAL",
                "'properties':{'severity':'HIGH'} | 'name':'n' | HIGH",
                "'properties':{'severity':'urgent'} | 'name':'n' | UNKNOWN",
                "'properties':{'severity':''} | 'name':'n' | UNKNOWN",
                "'properties':{'severity':{}} | 'properties':{'severity':1} | UNKNOWN",
                "'properties':{'severity':true} | 'properties':{'severity':1} | UNKNOWN",
                "'properties':{'severity':null} | 'properties':{'severity':4} | HIGH"
            })
    void shouldTakeTheFirstStatement(String result, String rule, Severity expected) throws IOException {
        assertThat(severities("{'ruleId':'1'," + result + "}", "{'id':'1'," + rule + "}"))
                .containsExactly(expected);
    }

    @Test
    void shouldCountTheWorstOfSeveralResultsOfOneRule() throws IOException {
        String results = "{'ruleId':'1','properties':{'severity':2}},{'ruleId':'1','properties':{'severity':4}}";
        assertThat(severities(results, "")).containsExactly(Severity.HIGH);
    }

    @Test
    void shouldNotLetAnUnratedResultHideARatedOneNorTheOtherWayRound() throws IOException {
        String results = "{'ruleId':'1','properties':{'severity':4}},{'ruleId':'1','properties':{'severity':9}}";
        assertThat(severities(results, "")).containsExactly(Severity.HIGH, Severity.UNKNOWN);
    }

    @Test
    void shouldTakeTheWorseOfTwoRulesWithOneId() throws IOException {
        String rules = "{'id':'1','properties':{'severity':2}},{'id':'1','properties':{'severity':5}},"
                + "{'id':'1','properties':{'severity':3}}";
        assertThat(severities("{'ruleId':'1'}", rules)).containsExactly(Severity.CRITICAL);
    }

    private List<Severity> severities(String results, String rules) throws IOException {
        String json = "{'version':'2.1.0','runs':[{'results':[" + results + "],'tool':{'driver':{'rules':[" + rules
                + "]}}}]}";
        Path file = Files.writeString(directory.resolve("report.json"), json.replace('\'', '"'));
        return new SarifReader(ReadLimits.DEFAULT)
                .read(file).findings().stream().map(Finding::severity).toList();
    }
}
