package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Novelty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest scans of one image, whatever their tags, oldest first by the time of judgement.
 *
 * @param earlier how many there are before them
 */
public record ImageSeries(List<Entry> scans, long earlier) {
    public ImageSeries {
        scans = List.copyOf(scans);
    }

    /**
     * One scan of a series.
     *
     * @param novelty how it compared with its baseline, as it was judged; null if it was compared with nothing
     */
    public record Entry(ScanSummary scan, @Nullable Novelty novelty) {}
}
