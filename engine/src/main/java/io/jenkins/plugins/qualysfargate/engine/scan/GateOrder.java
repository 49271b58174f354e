package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reports to judge, and what they must be.
 *
 * @param reports SARIF files, and output directories of QScanner
 * @param image with a digest: what the one report must be of; null if any image will do
 * @param scanTypes what must have been looked for in an output directory
 * @param maxAge how long ago the scan may have ended; null for any time
 * @param baseline what to compare with
 */
public record GateOrder(
        List<Path> reports,
        @Nullable ImageReference image,
        Set<ScanType> scanTypes,
        @Nullable Duration maxAge,
        BaselineChoice baseline) {

    /** @throws IllegalArgumentException if there is no report, or an image that cannot be checked */
    public GateOrder {
        reports = List.copyOf(reports);
        scanTypes = Set.copyOf(scanTypes);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("no report is given; name at least one file or directory");
        }
        if (image != null && image.digest() == null) {
            throw new IllegalArgumentException(
                    "'" + image + "' has no digest, and only the digest tells whether a report"
                            + " is of this image; give it as NAME@sha256:…");
        }
        if (image != null && reports.size() > 1) {
            throw new IllegalArgumentException(
                    "one image is expected but several reports are given; judge them one at a time");
        }
    }
}
