package io.jenkins.plugins.qualysfargate.engine.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How results, rules and packages find each other, whatever their order in the document. */
class SarifReaderTest {
    private static final String RULES = "'tool':{'driver':{'rules':[{'id':'A','shortDescription':{'text':'first'},"
            + "'properties':{'severity':5}},{'id':'B','name':'second','properties':{'severity':3}}]}}";

    @TempDir
    private Path directory;

    @Test
    void shouldCountSeveralPackagesUnderOneRuleAsOneFinding() throws IOException {
        String results =
                "'results':[" + result("A", "openssl") + "," + result("B", "curl") + "," + result("A", "libssl3") + "]";
        List<Finding> findings = read(RULES + "," + results);
        assertThat(findings).extracting(Finding::id).containsExactly("A", "B");
        assertThat(findings.get(0).packages()).extracting(AffectedPackage::name).containsExactly("openssl", "libssl3");
    }

    @Test
    void shouldFindRulesThatStandAfterTheResults() throws IOException {
        String results =
                "'results':[{'ruleIndex':1},{'properties':{'vulnerableSoftware':[{'name':'x'}]},'ruleId':'A'}]";
        List<Finding> findings = read(results + "," + RULES);
        assertThat(findings)
                .extracting(Finding::id, Finding::severity, Finding::title)
                .containsExactlyInAnyOrder(
                        tuple("A", Severity.CRITICAL, "first"), tuple("B", Severity.MEDIUM, "second"));
    }

    @Test
    void shouldJoinResultsThatNameTheirRuleByPlaceAndById() throws IOException {
        String byPlace = "{'ruleIndex':0,'properties':{'vulnerableSoftware':[{'name':'one'},{'name':'two'}]}}";
        String results = "'results':[" + result("A", "three") + "," + byPlace + "]";
        for (String run : List.of(RULES + "," + results, results + "," + RULES)) {
            assertThat(read(run)).singleElement().satisfies(finding -> assertThat(finding.packages())
                    .extracting(AffectedPackage::name)
                    .containsExactlyInAnyOrder("one", "two", "three"));
        }
    }

    @Test
    void shouldReadTheRuleReferenceObject() throws IOException {
        assertThat(read(RULES + ",'results':[{'rule':{'id':'B'}},{'rule':{'index':0}}]"))
                .extracting(Finding::id)
                .containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void shouldFindTheRuleOfAHierarchicalId() throws IOException {
        assertThat(read(RULES + ",'results':[{'ruleId':'A/deep/er'}]"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.CRITICAL));
    }

    @Test
    void shouldReadResultsWithoutRules() throws IOException {
        assertThat(read("'tool':{'driver':{}},'results':[{'ruleId':'77','level':'error',"
                        + "'message':{'text':'said here'}}]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(finding.title()).isEqualTo("said here");
                });
    }

    @Test
    void shouldKnowAResultByItsQid() throws IOException {
        assertThat(read("'tool':{'driver':{}},'results':[{'level':'note','properties':{'QID':4711}},"
                        + "{'level':'note','properties':{'qid':4712}}]"))
                .extracting(Finding::id)
                .containsExactly("4711", "4712");
    }

    @Test
    void shouldRefuseAResultThatPointsToNoRule() throws IOException {
        assertThatThrownBy(() -> read(RULES + ",'results':[{'ruleIndex':2}]"))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageContaining("points to a rule that is not there");
    }

    @Test
    void shouldLookRulesUpPerRun() throws IOException {
        String first =
                "{'tool':{'driver':{'rules':[{'id':'A','properties':{'severity':5}}]}},'results':[{'ruleId':'A'}]}";
        String second =
                "{'results':[{'ruleId':'A'}],'tool':{'driver':{'rules':[{'id':'A','properties':{'severity':2}}]}}}";
        assertThat(readRuns(first + "," + second))
                .extracting(Finding::severity)
                .containsExactly(Severity.CRITICAL, Severity.LOW);
    }

    @Test
    void shouldReadThePackageOfOtherScanners() throws IOException {
        String trivy =
                "{'ruleId':'CVE-2024-0001','level':'error','message':{'text':'Package: libssl3\\nInstalled Version:"
                        + " 3.0.1\\nVulnerability CVE-2024-0001\\nSeverity: HIGH\\nFixed Version: 3.0.2\\nLink: [x](y)'}}";
        String grype = "{'ruleId':'CVE-2024-0002-tar','level':'note','message':{'text':"
                + "'A low vulnerability in deb package: tar, version 1.34 was found in image x'}}";
        String snyk = "{'ruleId':'SNYK-1','level':'warning','locations':[{'logicalLocations':"
                + "[{'fullyQualifiedName':'curl/libcurl4@7.74'}]}]}";
        List<Finding> findings = read("'tool':{'driver':{}},'results':[" + trivy + "," + grype + "," + snyk + "]");
        assertThat(findings)
                .flatExtracting(Finding::packages)
                .extracting("name", "installedVersion", "fixedVersion")
                .containsExactly(
                        tuple("libssl3", "3.0.1", "3.0.2"),
                        tuple("tar", "1.34", null),
                        tuple("curl/libcurl4", "7.74", null));
        assertThat(findings.get(0).cves()).containsExactly("CVE-2024-0001");
        assertThat(findings.get(1).cves()).containsExactly("CVE-2024-0002");
    }

    @Test
    void shouldKeepTextsOutsideAsciiAndLongOnes() throws IOException {
        String name = "паке́т-\uD83D\uDCE6-" + "n".repeat(5000);
        assertThat(read("'tool':{'driver':{}},'results':[" + result("ü", name) + "]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("ü");
                    assertThat(finding.packages().get(0).name()).isEqualTo(name);
                });
    }

    @Test
    void shouldKeepFindingsThatGoBeyondTheHeapPart() throws IOException {
        StringBuilder results = new StringBuilder("'tool':{'driver':{}},'results':[");
        int count = 30_000;
        for (int i = 0; i < count; i++) {
            results.append(i == 0 ? "" : ",").append(result("R" + i, "package-" + i + "-".repeat(400)));
        }
        List<Finding> findings = read(results.append("]").toString());
        assertThat(findings).hasSize(count);
        assertThat(findings.get(count - 1).id()).isEqualTo("R" + (count - 1));
        assertThat(findings.get(12_345).packages().get(0).name()).isEqualTo("package-12345" + "-".repeat(400));
    }

    private static String result(String rule, String affected) {
        return "{'ruleId':'" + rule + "','properties':{'vulnerableSoftware':[{'name':'" + affected
                + "','installedVersion':'1'}]}}";
    }

    private List<Finding> read(String run) throws IOException {
        return readRuns("{" + run + "}");
    }

    private List<Finding> readRuns(String runs) throws IOException {
        String json = "{'runs':[" + runs + "],'version':'2.1.0'}";
        Path file = Files.writeString(directory.resolve("report.json"), json.replace('\'', '"'));
        return new SarifReader(ReadLimits.DEFAULT)
                .read(file).findings().stream().toList();
    }
}
