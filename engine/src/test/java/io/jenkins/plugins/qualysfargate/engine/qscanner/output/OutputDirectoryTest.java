package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.PackageUrl;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputDirectoryTest {
    private static final Path SAMPLES = Path.of("../contracts/samples");
    private static final String CLEAN_ID = "067556b51170dccb5bebb910412864225ced596bdb61b855f8281ed68261994d";
    private static final String VULNERABLE_ID = "fb6a6372a24d34764cab6e834d7b1ba6dada220843bbfdac386d0dc3f897fe62";
    private static final Digest CLEAN_DIGEST =
            new Digest("sha256:393e29d4f7230637f53dc8030af724451488a9282710006c8cf4a7239c3646e4");
    private static final Expectation DEFAULT = Expectation.DEFAULT;

    @TempDir
    private Path directory;

    @Test
    void shouldReadReportAndInventoryTogether() {
        ScanReport report = complete(SAMPLES.resolve("vulnerable"), DEFAULT);
        assertThat(report.findings().count()).isEqualTo(18);
        assertThat(report.secrets())
                .extracting("severity")
                .containsExactly(Severity.HIGH, Severity.CRITICAL, Severity.CRITICAL);
        assertThat(report.secrets()).extracting("path").contains("/root/.ssh/id_rsa");
        assertThat(report.packages()).hasSize(18);
        assertThat(report.packages())
                .contains(
                        new InstalledPackage("pyyaml", "5.3", new PackageUrl("pkg:pypi/pyyaml@5.3")),
                        new InstalledPackage("libcurl4", "7.74.0-1.3+deb11u9", null));
        assertThat(report.scanTypes()).contains(ScanType.PKG, ScanType.SECRET).doesNotContain(ScanType.MALWARE);
        assertThat(report.scannerVersion()).isEqualTo("4.8.0-2");
        assertThat(report.scannedAt()).isEqualTo(Instant.parse("2025-01-22T12:00:02.200Z"));
        assertThat(report.image().platform()).isEqualTo(Platform.LINUX_AMD64);
    }

    @Test
    void shouldKeepAPackageWhosePackageUrlIsNone() throws IOException {
        int before = complete(copyOfClean(), DEFAULT).packages().size();
        copy(
                "clean/" + CLEAN_ID + "-ScanResult.json",
                CLEAN_ID + "-ScanResult.json",
                text -> text.replace("\"pkg:pypi/", "\"pkg:pypi/<y>"));
        assertThat(complete(directory, DEFAULT).packages()).hasSize(before).allMatch(each -> each.url() == null);
    }

    @Test
    void shouldTakeACompleteScanWithoutFindingsForOne() throws IOException {
        assertThat(complete(copyOfClean(), DEFAULT).findings().count()).isZero();
    }

    @Test
    void shouldAcceptTheImageAndPlatformThatWereAskedFor() throws IOException {
        Expectation exact = new Expectation(
                CLEAN_DIGEST, null, Platform.LINUX_AMD64, DEFAULT.scanTypes(), Instant.parse("2025-01-22T11:59:00Z"));
        assertThat(complete(copyOfClean(), exact).image().digest()).isEqualTo(CLEAN_DIGEST);
    }

    @Test
    void shouldRefuseAnotherImage() throws IOException {
        Expectation other = new Expectation(new Digest("sha256:" + "1".repeat(64)), null, null, Set.of(), null);
        assertThat(verdict(copyOfClean(), other).cause()).isEqualTo(IndeterminateCause.WRONG_IMAGE);
    }

    @Test
    void shouldRefuseAnotherPlatform() throws IOException {
        Expectation arm = new Expectation(null, null, Platform.parse("linux/arm64"), Set.of(), null);
        assertThat(verdict(copyOfClean(), arm).cause()).isEqualTo(IndeterminateCause.WRONG_IMAGE);
    }

    @Test
    void shouldRefuseAScanThatIsOlderThanAskedFor() throws IOException {
        Expectation fresh = new Expectation(null, null, null, Set.of(), Instant.parse("2025-01-22T13:00:00Z"));
        assertThat(verdict(copyOfClean(), fresh).cause()).isEqualTo(IndeterminateCause.STALE_REPORT);
    }

    @Test
    void shouldRefuseReportAndInventoryOfDifferentImages() throws IOException {
        copy("clean/" + CLEAN_ID + "-Report.sarif.json", "Report.sarif.json", UnaryOperator.identity());
        copy("vulnerable/" + VULNERABLE_ID + "-ScanResult.json", "ScanResult.json", UnaryOperator.identity());
        assertThat(verdict(directory, DEFAULT).cause()).isEqualTo(IndeterminateCause.WRONG_IMAGE);
    }

    @Test
    void shouldRefuseFilesThatAreNamedAfterDifferentImages() throws IOException {
        copyOfClean();
        Files.move(
                directory.resolve(CLEAN_ID + "-ScanResult.json"),
                directory.resolve(VULNERABLE_ID + "-ScanResult.json"));
        assertThat(verdict(directory, DEFAULT).cause()).isEqualTo(IndeterminateCause.WRONG_IMAGE);
    }

    @Test
    void shouldRefuseSeveralReports() throws IOException {
        copyOfClean();
        copy("clean/" + CLEAN_ID + "-Report.sarif.json", "old_Report.sarif", UnaryOperator.identity());
        assertThat(verdict(directory, DEFAULT).cause()).isEqualTo(IndeterminateCause.SEVERAL_REPORTS);
    }

    @Test
    void shouldRefuseADirectoryWithoutAReportOrWithoutAnInventory() throws IOException {
        assertThat(verdict(directory, DEFAULT).cause()).isEqualTo(IndeterminateCause.NO_REPORT);
        copyOfClean();
        Files.delete(directory.resolve(CLEAN_ID + "-ScanResult.json"));
        assertThat(verdict(directory, DEFAULT).message()).contains("no inventory");
        assertThat(verdict(directory.resolve("absent"), DEFAULT).cause()).isEqualTo(IndeterminateCause.NO_REPORT);
    }

    @Test
    void shouldNotFollowALinkOutOfTheDirectory() throws IOException {
        copyOfClean();
        Path report = directory.resolve(CLEAN_ID + "-Report.sarif.json");
        Path elsewhere = Files.move(report, directory.resolve("elsewhere.json"));
        Files.createSymbolicLink(report, elsewhere);
        assertThat(verdict(directory, DEFAULT).cause()).isEqualTo(IndeterminateCause.NO_REPORT);
    }

    @ParameterizedTest
    @CsvSource({
        "secret-failed, 'pkg,secret', secret",
        "secret-not-requested, 'pkg,secret', secret",
        "secret-not-requested, 'pkg,malware', malware"
    })
    void shouldRefuseAScanTypeThatDidNotFinish(String sample, String types, String named) throws IOException {
        copy("vulnerable/" + VULNERABLE_ID + "-Report.sarif.json", "Report.sarif.json", UnaryOperator.identity());
        copy("partial/ScanResult-" + sample + ".json", "x-ScanResult.json", UnaryOperator.identity());
        Expectation expected = new Expectation(null, null, null, ScanType.parseList(types), null);
        assertThat(verdict(directory, expected).cause()).isEqualTo(IndeterminateCause.INCOMPLETE_SCAN);
        assertThat(verdict(directory, expected).message()).contains(named);
    }

    @Test
    void shouldJudgePackagesAloneWhenOnlyTheyAreAskedFor() throws IOException {
        copy("vulnerable/" + VULNERABLE_ID + "-Report.sarif.json", "Report.sarif.json", UnaryOperator.identity());
        copy("partial/ScanResult-secret-failed.json", "x-ScanResult.json", UnaryOperator.identity());
        Expectation packages = new Expectation(null, null, null, Set.of(ScanType.PKG), null);
        ScanReport report = complete(directory, packages);
        assertThat(report.scanTypes()).doesNotContain(ScanType.SECRET);
        assertThat(new OutputDirectory(ReadLimits.DEFAULT)
                        .read(directory, packages)
                        .<String>fold(it -> it.remarks().toString(), it -> ""))
                .contains("secret");
    }

    @Test
    void shouldReadAScanByDigestWithoutTags() throws IOException {
        copy("vulnerable/" + VULNERABLE_ID + "-Report.sarif.json", "Report.sarif.json", UnaryOperator.identity());
        copy("partial/ScanResult-by-digest-no-repotags.json", "x_ScanResult.json", UnaryOperator.identity());
        assertThat(complete(directory, DEFAULT).secrets()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Status\": \"SUCCESS\" | \"Status\": \"SKIPPED\"",
                "\"Status\": \"SUCCESS\" | \"Status\": null",
                "\"Status\": \"SUCCESS\" | \"Status\": \"SUCCESS\", \"PartialScanInfo\": {\"/var\": true}",
                "\"ScanType\": \"sca\" | \"ScanType\": \"other\"",
                "\"ScanType\": \"metadata\" | \"ScanType\": \"os\""
            })
    void shouldRefuseAnInventoryThatDoesNotVouchForTheScan(String from, String to) throws IOException {
        copy("clean/" + CLEAN_ID + "-Report.sarif.json", "Report.sarif.json", UnaryOperator.identity());
        boolean harmless = to.contains("\"os\"");
        copy("clean/" + CLEAN_ID + "-ScanResult.json", "ScanResult.json", text -> text.replace(from, to));
        Evidence evidence = new OutputDirectory(ReadLimits.DEFAULT).read(directory, DEFAULT);
        assertThat(evidence.<Boolean>fold(it -> true, it -> false)).isEqualTo(harmless);
    }

    @Test
    void shouldRefuseZeroFindingsWhenNoPackageWasLookedAt() throws IOException {
        copy("clean/" + CLEAN_ID + "-Report.sarif.json", "Report.sarif.json", UnaryOperator.identity());
        copy(
                "clean/" + CLEAN_ID + "-ScanResult.json",
                "ScanResult.json",
                text -> text.replace("\"Packages\"", "\"NoPackages\""));
        assertThat(verdict(directory, DEFAULT).cause()).isEqualTo(IndeterminateCause.INCOMPLETE_SCAN);
    }

    @Test
    void shouldNotKeepTheMatchedTextOfASecret() throws IOException {
        copy("vulnerable/" + VULNERABLE_ID + "-Report.sarif.json", "Report.sarif.json", UnaryOperator.identity());
        copy(
                "vulnerable/" + VULNERABLE_ID + "-ScanResult.json",
                "ScanResult.json",
                text -> text.replace("\"Category\"", "\"Match\": \"AKIAIOSFODNN7EXAMPLE\", \"Category\""));
        assertThat(complete(directory, DEFAULT).secrets().toString()).doesNotContain("AKIA");
    }

    private Path copyOfClean() throws IOException {
        for (String suffix : new String[] {"-Report.sarif.json", "-ScanResult.json"}) {
            copy("clean/" + CLEAN_ID + suffix, CLEAN_ID + suffix, UnaryOperator.identity());
        }
        return directory;
    }

    private void copy(String sample, String name, UnaryOperator<String> change) throws IOException {
        Files.writeString(directory.resolve(name), change.apply(Files.readString(SAMPLES.resolve(sample))));
    }

    private static Verdict.Indeterminate verdict(Path directory, Expectation expected) {
        Evidence evidence = new OutputDirectory(ReadLimits.DEFAULT).read(directory, expected);
        assertThat(evidence).isInstanceOf(Evidence.Incomplete.class);
        return ((Evidence.Incomplete) evidence).verdict();
    }

    private static ScanReport complete(Path directory, Expectation expected) {
        Evidence evidence = new OutputDirectory(ReadLimits.DEFAULT).read(directory, expected);
        assertThat(evidence).isInstanceOf(Evidence.Complete.class);
        return ((Evidence.Complete) evidence).report();
    }
}
