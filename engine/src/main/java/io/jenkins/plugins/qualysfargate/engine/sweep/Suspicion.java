package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ImageSeries;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.history.SeriesQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scan that found nothing in an image whose predecessors had findings, as a scanner does that reads the wrong file.
 * A second scan of the same digest confirms it. The last image is remembered, because the images of a repository come one
 * after the other.
 */
final class Suspicion {
    private static final int LOOK_BACK = 50;

    private final History history;
    private @Nullable SeriesQuery asked;
    private List<ScanSummary> scans = List.of();

    Suspicion(History history) {
        this.history = history;
    }

    boolean of(ExpectedImage image, ScanSummary scan) {
        return foundNothing(scan) && !confirmed(image, scan) && predecessorHadFindings(image, scan);
    }

    private static boolean foundNothing(ScanSummary scan) {
        return scan.complete()
                && scan.counts() != null
                && scan.counts().total() == 0
                && (scan.secrets() == null || scan.secrets() == 0);
    }

    private boolean confirmed(ExpectedImage image, ScanSummary scan) {
        return scans(image, scan).stream()
                .anyMatch(other -> foundNothing(other)
                        && scan.digest() != null
                        && scan.digest().equals(other.digest())
                        && !scan.scannedAt().equals(other.scannedAt()));
    }

    private boolean predecessorHadFindings(ExpectedImage image, ScanSummary scan) {
        return scans(image, scan).stream()
                .filter(other -> other.complete()
                        && other.scannedAt().isBefore(scan.scannedAt())
                        && scan.digest() != null
                        && !scan.digest().equals(other.digest()))
                .reduce((earlier, later) -> later)
                .filter(last -> !foundNothing(last))
                .isPresent();
    }

    private List<ScanSummary> scans(ExpectedImage image, ScanSummary scan) {
        SeriesQuery query = new SeriesQuery(image.name(), scan.platform(), null, LOOK_BACK);
        if (!query.equals(asked)) {
            scans = history.series(query).scans().stream()
                    .map(ImageSeries.Entry::scan)
                    .toList();
            asked = query;
        }
        return scans;
    }
}
