package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.qscanner.output.OutputDirectory;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges reports that some scanner has written already. */
public final class GateReports {
    private final Judging judging;
    private final @Nullable History history;

    /** @param history where verdicts are kept and baselines come from; null for neither */
    public GateReports(Judging judging, @Nullable History history) {
        this.judging = judging;
        this.history = history;
    }

    /** One verdict for each report, in their order. */
    public GateRun gate(GateOrder order) {
        Archive archive = new Archive(history, order.baseline());
        List<JudgedImage> images =
                order.reports().stream().map(path -> gate(path, order, archive)).toList();
        return GateRun.of(images, archive);
    }

    private JudgedImage gate(Path path, GateOrder order, Archive archive) {
        ImageReference image = order.image();
        Subject subject = image == null ? Subject.UNKNOWN : new Subject(image.name(), image.digest(), null);
        JudgedImage judged =
                judging.judge(subject, evidence(path, expectation(order)), archive::baseline, path.toString());
        return archive.record(judged, kept -> scanRecord(kept, order), RawFiles.of(path));
    }

    private static Evidence evidence(Path path, Expectation expected) {
        return Files.isDirectory(path)
                ? new OutputDirectory(ReadLimits.DEFAULT).read(path, expected)
                : SarifEvidence.read(path, expected, ReadLimits.DEFAULT);
    }

    private Expectation expectation(GateOrder order) {
        Duration maxAge = order.maxAge();
        Instant notBefore = maxAge == null ? null : judging.clock().instant().minus(maxAge);
        ImageReference image = order.image();
        return new Expectation(image == null ? null : image.digest(), null, null, order.scanTypes(), notBefore);
    }

    private ScanRecord scanRecord(JudgedImage judged, GateOrder order) {
        ScanReport report = judged.report();
        Instant scannedAt = report == null || report.scannedAt() == null ? judged.judgedAt() : report.scannedAt();
        return new ScanRecord(
                ScanId.random(),
                judged,
                judging.policy().name(),
                judging.policy().fingerprint(),
                // Nobody here saw that scanner run: without a version the record never stands in for a scan.
                null,
                order.scanTypes(),
                null,
                scannedAt);
    }
}
