package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import java.util.List;

/**
 * What the history has of one image.
 *
 * @param reason one sentence for people
 * @param scans those that answer for its digests; what was never scanned has none
 */
public record ImageStanding(ExpectedImage image, SweepState state, String reason, List<ScanSummary> scans) {
    public ImageStanding {
        scans = List.copyOf(scans);
    }
}
