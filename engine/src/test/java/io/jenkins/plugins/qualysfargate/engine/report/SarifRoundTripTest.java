package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifRoundTripTest {
    @TempDir
    private Path directory;

    @Test
    void shouldGiveBackEveryFindingAsItWas() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            AffectedPackage fixed = new AffectedPackage("a", "1", "2", null, "sha256:" + "d".repeat(64));
            AffectedPackage open = new AffectedPackage("b", "1", null, null, null);
            findings.add(new Finding(
                    "id-" + severity.word(),
                    severity,
                    "Title of " + severity,
                    List.of("CVE-2020-1000", "CVE-2020-1001"),
                    68.0,
                    null,
                    List.of(fixed, open),
                    severity == Severity.LOW,
                    severity == Severity.HIGH));
        }
        GateOutcome outcome = Outcomes.with(Findings.of(findings));
        ScanReport read = read(outcome).fold(Evidence.Complete::report, it -> {
            throw new AssertionError(it.verdict().message());
        });
        // Code-scanning services demand a score and a place of every result; where there is none, ours is a stand-in.
        assertThat(read.findings().stream().toList())
                .usingRecursiveComparison()
                .ignoringFields("cvss", "packages.path")
                .ignoringCollectionOrder()
                .isEqualTo(findings);
        assertThat(read.image().digest()).isEqualTo(outcome.images().get(0).digest());
        assertThat(read.scannedAt()).isEqualTo(Outcomes.SCANNED);
    }

    @Test
    void shouldNotBeEvidenceWhenThereWasNoAnswer() throws IOException {
        assertThat(read(Outcomes.indeterminate())).isInstanceOf(Evidence.Incomplete.class);
        assertThat(read(Outcomes.none())).isInstanceOf(Evidence.Incomplete.class);
    }

    private Evidence read(GateOutcome outcome) throws IOException {
        Path file = directory.resolve("findings.sarif.json");
        ReportFiles.write(outcome, file, new FindingsSarif(KnownFindings.none()));
        assertThat(Files.size(file)).isPositive();
        return SarifEvidence.read(file, Expectation.DEFAULT, ReadLimits.DEFAULT);
    }
}
