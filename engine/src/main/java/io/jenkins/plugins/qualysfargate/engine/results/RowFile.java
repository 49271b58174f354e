package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.report.KnownFindings;
import io.jenkins.plugins.qualysfargate.engine.report.WorstFirst;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file with the rows of one image, the worst first; of one severity malware, secrets and findings in this order. */
final class RowFile {
    private RowFile() {}

    /** @throws IOException if the report gives another number of findings than it says, or the disk is full */
    static SealedRows write(JudgedImage image, ScanReport report, KnownFindings known, Path file) throws IOException {
        RowMaker maker = new RowMaker(image, known);
        WorstFirst findings = new WorstFirst(report.findings());
        long written = 0;
        List<RowBlock> blocks;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                RowOut rows = new RowOut(out)) {
            for (Severity severity : Severity.values()) {
                for (Malware each : report.malware()) {
                    if (each.severity() == severity) {
                        rows.write(maker.row(each));
                    }
                }
                for (Secret each : report.secrets()) {
                    if (each.severity() == severity) {
                        rows.write(maker.row(each));
                    }
                }
                written += findings.visit(severity, Long.MAX_VALUE, (Finding each) -> rows.write(maker.row(each)));
            }
            blocks = rows.blocks();
        }
        if (written != report.findings().count()) {
            throw new IOException(
                    "the report says it has " + report.findings().count() + " findings and gave " + written);
        }
        RowCounts counts =
                new RowCounts(written, report.secrets().size(), report.malware().size());
        return new SealedRows(FileSeal.of(file), counts, blocks);
    }
}
