package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Novelty;
import org.jspecify.annotations.Nullable;

/**
 * What a backend without columns keeps for each scan in its lists, so that no document is read for a page or a series.
 *
 * @param image null if nobody named it
 * @param novelty how it compared with its baseline; null if it was compared with nothing
 */
public record HistoryLine(
        ScanSummary scan,
        @Nullable ImageName image,
        @Nullable Novelty novelty) {

    /** The line that a record leaves. */
    public static HistoryLine of(ScanRecord scan) {
        String name = scan.image().name();
        return new HistoryLine(
                ScanSummary.of(scan),
                name == null ? null : ImageName.of(name),
                scan.image().judgement().novelty());
    }
}
