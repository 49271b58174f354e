package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import io.jenkins.plugins.qualysfargate.engine.scan.BaselineChoice;
import io.jenkins.plugins.qualysfargate.engine.scan.GateOrder;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample that there is goes through the gate, into a directory and back onto pages. */
class StoredSamplesTest {
    private static final Path CONTRACTS = Path.of("../contracts/samples");
    private static final Path PACKAGES = Path.of("io/jenkins/plugins/qualysfargate");

    @TempDir
    private Path home;

    /** Reports as they are, broken ones included, and whole directories as the scanner leaves them. */
    static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>(List.of(CONTRACTS.resolve("vulnerable"), CONTRACTS.resolve("clean")));
        samples.addAll(files(CONTRACTS, ".sarif.json"));
        samples.addAll(files(Path.of("src/main/resources").resolve(PACKAGES).resolve("cli/demo"), ".sarif.json"));
        samples.addAll(files(Path.of("src/test/resources").resolve(PACKAGES).resolve("engine/sarif"), ""));
        return samples;
    }

    private static List<Path> files(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void shouldHaveSamplesOfEveryVerdict() throws IOException {
        assertThat(samples().stream()
                        .map(sample -> gated(sample).outcome().verdict())
                        .distinct())
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldShowWhatTheGateSaw(Path sample) throws Exception {
        GateRun run = gated(sample);
        StoredResult.write(run, home.resolve("result"));
        StoredResult result = StoredResult.open(home.resolve("result"));

        assertThat(result.verdict()).isEqualTo(run.outcome().verdict());
        assertThat(result.reason()).isEqualTo(SafeText.line(run.outcome().reason(), 2_000));
        assertThat(result.images()).hasSameSizeAs(run.outcome().images());
        for (int i = 0; i < result.images().size(); i++) {
            JudgedImage judged = run.outcome().images().get(i);
            assertSame(result.images().get(i), judged);
            assertSameRows(result, i, judged.report());
        }
    }

    private static void assertSame(StoredImage stored, JudgedImage judged) {
        assertThat(stored.verdict()).isEqualTo(judged.verdict().kind());
        assertThat(stored.digest()).isEqualTo(judged.digest());
        assertThat(stored.platform()).isEqualTo(judged.platform());
        assertThat(stored.counts()).isEqualTo(judged.judgement().counts());
        assertThat(stored.secrets()).isEqualTo(judged.judgement().secrets());
        assertThat(stored.violations())
                .hasSameSizeAs(judged.verdict().fold(it -> List.of(), it -> it.violations(), it -> List.of()));
        assertThat(stored.provenance().judgedAt()).isEqualTo(judged.judgedAt());
        assertThat(stored.warnings()).hasSameSizeAs(judged.judgement().warnings());
    }

    private static void assertSameRows(StoredResult result, int image, @Nullable ScanReport report) throws Exception {
        if (report == null) {
            assertThatThrownBy(() -> result.page(image, FindingQuery.DEFAULT))
                    .isInstanceOf(ResultUnavailableException.class);
            return;
        }
        FindingPage page = result.page(image, FindingQuery.parse(Map.of("limit", "500")));
        List<Finding> worstFirst = report.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        assertThat(page.rows())
                .filteredOn(row -> row.kind() == RowKind.FINDING)
                .extracting(FindingRow::id, FindingRow::severity, FindingRow::title, row -> row.packages()
                        .listed()
                        .size())
                .containsExactlyElementsOf(worstFirst.stream()
                        .map(each -> tuple(
                                SafeText.line(each.id(), 200),
                                each.severity(),
                                SafeText.line(each.title(), 500),
                                Math.min(20, each.packages().size())))
                        .toList());
        assertThat(page.rows()).filteredOn(row -> row.kind() == RowKind.SECRET).hasSameSizeAs(report.secrets());
        assertThat(page.rows()).filteredOn(row -> row.kind() == RowKind.MALWARE).hasSameSizeAs(report.malware());
        assertThat(page.matching())
                .isEqualTo(page.total())
                .isEqualTo(page.rows().size());
    }

    private GateRun gated(Path sample) {
        EngineSettings settings = EngineSettings.in(home, Clock.fixed(Runs.NOW, ZoneOffset.UTC));
        try (ComplianceEngine engine = new ComplianceEngine(settings)) {
            return engine.gate(new GateOrder(
                    List.of(sample), null, Set.of(ScanType.PKG, ScanType.SECRET), null, BaselineChoice.PREVIOUS));
        }
    }
}
