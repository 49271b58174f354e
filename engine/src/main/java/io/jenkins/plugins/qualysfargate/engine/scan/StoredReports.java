package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.PageToken;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.policy.Context;
import io.jenkins.plugins.qualysfargate.engine.policy.ImageChange;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyComparison;
import io.jenkins.plugins.qualysfargate.engine.policy.StoredReport;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries policies on the scans that are stored; one report after the other is in memory, whatever their number. */
public final class StoredReports {
    private static final int PAGE = 200;

    private final History history;
    private final ThreatFeeds feeds;

    public StoredReports(History history, ThreatFeeds feeds) {
        this.history = history;
        this.feeds = feeds;
    }

    /** What two policies say of every complete scan that was judged since then, newest first. */
    public List<ImageChange> compare(Policy before, Policy after, Instant since) {
        List<ImageChange> changes = new ArrayList<>();
        HistoryQuery query = HistoryQuery.newest(PAGE).since(since);
        List<ScanSummary> page = history.list(query);
        while (!page.isEmpty()) {
            for (ScanSummary summary : page) {
                if (summary.complete()) {
                    history.find(summary.id())
                            .flatMap(this::stored)
                            .ifPresent(
                                    report -> changes.addAll(PolicyComparison.compare(before, after, List.of(report))));
                }
            }
            page = page.size() < PAGE
                    ? List.of()
                    : history.list(query.after(PageToken.after(page.get(page.size() - 1))));
        }
        return changes;
    }

    /** As of its own time, so that grace and exceptions count as they did when the image was judged. */
    private Optional<StoredReport> stored(ScanRecord scan) {
        JudgedImage image = scan.image();
        ScanReport report = image.report();
        if (report == null) {
            return Optional.empty();
        }
        Context context = new Context(baseline(scan), feeds, image.judgedAt());
        return Optional.of(new StoredReport(image.displayName(), report, context));
    }

    private @Nullable Baseline baseline(ScanRecord scan) {
        JudgedImage image = scan.image();
        if (image.name() == null) {
            return null;
        }
        return history.baseline(BaselineQuery.previous(image.name(), image.platform(), image.digest())
                        .asOf(scan.id(), scan.scannedAt()))
                .orElse(null);
    }
}
