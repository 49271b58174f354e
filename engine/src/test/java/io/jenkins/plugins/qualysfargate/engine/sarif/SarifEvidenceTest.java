package io.jenkins.plugins.qualysfargate.engine.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarifEvidenceTest {
    private static final Path SAMPLES = Path.of("../contracts/samples");
    private static final Expectation ANY = new Expectation(null, null, null, Set.of(), null);
    private static final String VULNERABLE =
            "vulnerable/fb6a6372a24d34764cab6e834d7b1ba6dada220843bbfdac386d0dc3f897fe62-Report.sarif.json";
    private static final Digest VULNERABLE_DIGEST =
            new Digest("sha256:2841bbdbb60dfbf334c61077b187191437b790ba39d8334cae0a1729181d79c4");

    @TempDir
    private Path directory;

    @Test
    void shouldReadTheVulnerableSample() {
        ScanReport report = complete(SAMPLES.resolve(VULNERABLE));
        SeverityCounts counts = SeverityCounts.of(report.findings());
        assertThat(counts.of(Severity.CRITICAL)).isEqualTo(5);
        assertThat(counts.of(Severity.HIGH)).isEqualTo(8);
        assertThat(counts.of(Severity.MEDIUM)).isEqualTo(5);
        assertThat(counts.total()).isEqualTo(18);
        assertThat(report.image().digest()).isEqualTo(VULNERABLE_DIGEST);
        assertThat(report.findings().iterator().next()).satisfies(first -> {
            assertThat(first.id()).isEqualTo("178901");
            assertThat(first.title()).isEqualTo("Debian Security Update for zlib");
            assertThat(first.cves()).containsExactly("CVE-2022-37434");
            assertThat(first.qds()).isEqualTo(68);
            assertThat(first.packages()).singleElement().satisfies(affected -> {
                assertThat(affected.name()).isEqualTo("zlib1g");
                assertThat(affected.installedVersion()).isEqualTo("1:1.2.11.dfsg-2+deb11u1");
                assertThat(affected.fixedVersion()).isEqualTo("1:1.2.11.dfsg-2+deb11u2");
                assertThat(affected.path()).isNull();
            });
        });
    }

    @ParameterizedTest
    @CsvSource({
        "edge/no-software-Report.sarif.json, 2",
        "edge/cves-null-and-many-Report.sarif.json, 2",
        "edge/potential-and-suppressed-Report.sarif.json, 3",
        "edge/two-runs-Report.sarif.json, 4"
    })
    void shouldReadUnusualReports(String sample, int findings) {
        assertThat(complete(SAMPLES.resolve(sample)).findings().count()).isEqualTo(findings);
    }

    @Test
    void shouldTellPotentialAndSuppressedFindingsApart() {
        var findings = complete(SAMPLES.resolve("edge/potential-and-suppressed-Report.sarif.json")).findings().stream()
                .toList();
        assertThat(findings).extracting("potential").containsExactly(true, false, false);
        assertThat(findings).extracting("suppressed").containsExactly(false, true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "html-error-page", "runs-empty", "truncated-mid-string", "wrong-types"})
    void shouldNotTakeACorruptFileForAReport(String sample) {
        assertThat(verdict(SAMPLES.resolve("corrupt/" + sample + "-Report.sarif.json"), ANY)
                        .cause())
                .isEqualTo(IndeterminateCause.MALFORMED_REPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{}",
                "\"text\"",
                "{'version':'2.1.0'}",
                "{'version':'2.1.0','runs':null}",
                "{'version':'2.1.0','runs':{}}",
                "{'version':'2.1.0','runs':[null]}",
                "{'version':'2.1.0','runs':[[]]}",
                "{'version':'2.1.0','runs':[{}]}",
                "{'version':'2.1.0','runs':[{'results':[]}]}",
                "{'version':'2.1.0','runs':[{'tool':{},'results':[]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':null},'results':[]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}}}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':null}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':{}}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[null]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[{}]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[{'ruleIndex':0}]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{'rules':5}},'results':[]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{'rules':[5]}},'results':[]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[],'results':[]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[]}],'runs':[]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[]}]} {}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[]}]}]",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[]}],}",
                "{'version':'1.0.0','runs':[{'tool':{'driver':{}},'results':[]}]}",
                "{'runs':[{'tool':{'driver':{}},'results':[]}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[]},{'tool':{'driver':{}}}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[],'externalPropertyFileReferences':{'results':[]}}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[],'properties':{'imageDigest':'latest'}}]}",
                "{'version':'2.1.0','runs':[{'tool':{'driver':{}},'results':[{'ruleId':'1','level':'error','level':'note'}]}]}"
            })
    void shouldRefuseWhatIsNoCompleteReport(String json) throws IOException {
        assertThat(verdict(json).cause()).isEqualTo(IndeterminateCause.MALFORMED_REPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'invocations':[{'executionSuccessful':false}]",
                "'invocations':[{'executionSuccessful':true},{'executionSuccessful':null}]",
                "'invocations':[{'executionSuccessful':true,'toolExecutionNotifications':[{'level':'error'}]}]"
            })
    void shouldBelieveAScannerThatSaysItDidNotFinish(String invocations) throws IOException {
        assertThat(verdict(run("", "", invocations)).cause()).isEqualTo(IndeterminateCause.INCOMPLETE_SCAN);
    }

    @Test
    void shouldSayThatAnInventoryIsNoReport() {
        Path inventory = SAMPLES.resolve("partial/ScanResult-secret-failed.json");
        assertThat(verdict(inventory, ANY).message()).contains("inventory");
    }

    @Test
    void shouldSayThatThereIsNoFile() {
        assertThat(verdict(directory.resolve("none.json"), ANY).cause()).isEqualTo(IndeterminateCause.NO_REPORT);
        assertThat(verdict(directory, ANY).cause()).isEqualTo(IndeterminateCause.NO_REPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
    void shouldRefuseOtherEncodings(String charset) throws IOException {
        Path file = directory.resolve("report.json");
        Files.write(file, run("", "", "").replace('\'', '"').getBytes(charset));
        assertThat(verdict(file, ANY).cause()).isEqualTo(IndeterminateCause.MALFORMED_REPORT);
    }

    @Test
    void shouldReadAReportWithAByteOrderMark() throws IOException {
        assertThat(complete(write("\uFEFF" + run("", "", ""))).findings().count())
                .isZero();
    }

    @Test
    void shouldRefuseWhatIsOverTheLimits() throws IOException {
        String deep = "[".repeat(250) + "]".repeat(250);
        assertThat(verdict(run("", "", "'x':" + deep)).cause()).isEqualTo(IndeterminateCause.OUT_OF_LIMITS);
        String tooLong = "x".repeat((1 << 20) + 1);
        assertThat(verdict(run("", "", "'x':'" + tooLong + "'")).cause()).isEqualTo(IndeterminateCause.OUT_OF_LIMITS);
        assertThat(verdict(run("{'ruleId':'1','level':'error','message':{'text':'" + tooLong + "'}}", "", ""))
                        .cause())
                .isEqualTo(IndeterminateCause.OUT_OF_LIMITS);
    }

    @Test
    void shouldReadATextOfExactlyTheLimitThatNobodyNeeds() throws IOException {
        String longest = "x".repeat(1 << 20);
        assertThat(complete(write(run("", "", "'x':'" + longest + "'")))
                        .findings()
                        .count())
                .isZero();
    }

    @Test
    void shouldRefuseAFileThatIsTooLarge() throws IOException {
        Path file = write(run("", "", ""));
        Evidence evidence = SarifEvidence.read(file, ANY, new ReadLimits(20, 200, 1 << 20));
        assertThat(incomplete(evidence).cause()).isEqualTo(IndeterminateCause.OUT_OF_LIMITS);
    }

    @Test
    void shouldAcceptTheImageThatWasAskedFor() {
        Expectation expected = new Expectation(VULNERABLE_DIGEST, null, null, Set.of(), null);
        Evidence evidence = SarifEvidence.read(SAMPLES.resolve(VULNERABLE), expected, ReadLimits.DEFAULT);
        assertThat(evidence).isInstanceOf(Evidence.Complete.class);
    }

    @Test
    void shouldRefuseAnotherImage() {
        Expectation other = new Expectation(new Digest("sha256:" + "0".repeat(64)), null, null, Set.of(), null);
        assertThat(verdict(SAMPLES.resolve(VULNERABLE), other).cause()).isEqualTo(IndeterminateCause.WRONG_IMAGE);
    }

    @Test
    void shouldRefuseAReportThatNamesNoImageWhenOneIsAskedFor() throws IOException {
        Expectation asked = new Expectation(VULNERABLE_DIGEST, null, null, Set.of(), null);
        assertThat(verdict(write(run("", "", "")), asked).cause()).isEqualTo(IndeterminateCause.WRONG_IMAGE);
    }

    @Test
    void shouldRefuseAReportOfTwoImages() throws IOException {
        String claims = "'properties':{'imageDigest':'sha256:" + "a".repeat(64) + "'},'artifacts':[{'properties':"
                + "{'repoDigest':'sha256:" + "b".repeat(64) + "'}}]";
        assertThat(verdict(run("", "", claims)).cause()).isEqualTo(IndeterminateCause.WRONG_IMAGE);
    }

    @Test
    void shouldRefuseAReportWhoseAgeIsNotKnownWhenAnAgeIsAskedFor() throws IOException {
        Expectation fresh = new Expectation(null, null, null, Set.of(), Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(verdict(write(run("", "", "")), fresh).cause()).isEqualTo(IndeterminateCause.STALE_REPORT);
        String old = run("", "", "'invocations':[{'executionSuccessful':true,'endTimeUtc':'2025-12-31T23:59:59Z'}]");
        assertThat(verdict(write(old), fresh).cause()).isEqualTo(IndeterminateCause.STALE_REPORT);
        String young = old.replace("2025-12-31", "2026-01-31");
        assertThat(SarifEvidence.read(write(young), fresh, ReadLimits.DEFAULT)).isInstanceOf(Evidence.Complete.class);
    }

    @Test
    void shouldSayHowManyResultsAreNoFindings() throws IOException {
        String results = "{'ruleId':'1','kind':'pass'},{'ruleId':'2','kind':'notApplicable'},"
                + "{'ruleId':'3','baselineState':'absent'},{'ruleId':'4','kind':'informational','level':'none'}";
        Evidence evidence = SarifEvidence.read(write(run(results, "", "")), ANY, ReadLimits.DEFAULT);
        assertThat(evidence.<Long>fold(it -> it.report().findings().count(), it -> -1L))
                .isEqualTo(1);
        assertThat(evidence.<String>fold(it -> it.remarks().toString(), it -> ""))
                .contains("3 results");
    }

    private Verdict.Indeterminate verdict(String json) throws IOException {
        return verdict(write(json), ANY);
    }

    private static Verdict.Indeterminate verdict(Path file, Expectation expected) {
        return incomplete(SarifEvidence.read(file, expected, ReadLimits.DEFAULT));
    }

    private static Verdict.Indeterminate incomplete(Evidence evidence) {
        assertThat(evidence).isInstanceOf(Evidence.Incomplete.class);
        return ((Evidence.Incomplete) evidence).verdict();
    }

    private static ScanReport complete(Path file) {
        Evidence evidence = SarifEvidence.read(file, ANY, ReadLimits.DEFAULT);
        assertThat(evidence).isInstanceOf(Evidence.Complete.class);
        return ((Evidence.Complete) evidence).report();
    }

    private static String run(String results, String rules, String more) {
        return "{'version':'2.1.0','runs':[{'tool':{'driver':{'name':'x','rules':[" + rules + "]}},'results':["
                + results + "]" + (more.isEmpty() ? "" : "," + more) + "}]}";
    }

    private Path write(String json) throws IOException {
        Path file = directory.resolve("report.json");
        return Files.writeString(file, json.replace('\'', '"'), StandardCharsets.UTF_8);
    }
}
