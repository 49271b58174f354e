package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds expected images against the history; used by one thread. */
public final class ImageStandings {
    /** Digests of one question to the history. */
    static final int AT_ONCE = 1000;

    private final History history;
    private final SweepRule rule;
    private final Suspicion suspicion;

    public ImageStandings(History history, SweepRule rule) {
        this.history = history;
        this.rule = rule;
        this.suspicion = new Suspicion(history);
    }

    /**
     * What there is of each, in the order of the images.
     *
     * @throws io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException if the history cannot be read;
     *     then nobody may take it that anything is current
     */
    public List<ImageStanding> of(List<ExpectedImage> images, Instant now) {
        Map<Digest, ScanSummary> latest = latest(images);
        return images.stream()
                .map(image -> rule.judge(image, latest, scan -> suspicion.of(image, scan), now))
                .toList();
    }

    private Map<Digest, ScanSummary> latest(List<ExpectedImage> images) {
        List<Digest> wanted = images.stream()
                .flatMap(image -> image.scanned().stream())
                .distinct()
                .toList();
        Map<Digest, ScanSummary> latest = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Digest> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            latest.putAll(history.latest(new ArrayList<>(some)));
        }
        return latest;
    }
}
