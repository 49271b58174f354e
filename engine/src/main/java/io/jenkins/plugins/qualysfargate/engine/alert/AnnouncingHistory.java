package io.jenkins.plugins.qualysfargate.engine.alert;

import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.ImageSeries;
import io.jenkins.plugins.qualysfargate.engine.history.RawReport;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.history.SeriesQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A history that saves an alert with every scan that is worth one; everything else is the other history's. */
public final class AnnouncingHistory implements History {
    private final History history;
    private final AlertRule rule;
    private final String channel;

    /** @param channel that shall carry the alerts */
    public AnnouncingHistory(History history, AlertRule rule, String channel) {
        this.history = history;
        this.rule = rule;
        this.channel = channel;
    }

    @Override
    public ScanId record(ScanRecord scan, List<OutboxMessage> messages) {
        return history.record(scan, withAlert(scan, messages));
    }

    @Override
    public ScanId record(ScanRecord scan, List<OutboxMessage> messages, List<RawReport> files) {
        return history.record(scan, withAlert(scan, messages), files);
    }

    private List<OutboxMessage> withAlert(ScanRecord scan, List<OutboxMessage> messages) {
        List<OutboxMessage> all = new ArrayList<>(messages);
        if (rule.wants(scan)) {
            all.add(ImageAlert.of(scan, channel));
        }
        return all;
    }

    @Override
    public Outbox outbox() {
        return history.outbox();
    }

    @Override
    public Optional<ScanRecord> find(ScanId id) {
        return history.find(id);
    }

    @Override
    public List<ScanSummary> list(HistoryQuery query) {
        return history.list(query);
    }

    @Override
    public ImageSeries series(SeriesQuery query) {
        return history.series(query);
    }

    @Override
    public Optional<ScanRecord> latestComplete(Digest digest, Platform platform) {
        return history.latestComplete(digest, platform);
    }

    @Override
    public Map<Digest, ScanSummary> latest(Collection<Digest> digests) {
        return history.latest(digests);
    }

    @Override
    public Optional<Baseline> baseline(BaselineQuery query) {
        return history.baseline(query);
    }

    @Override
    public Map<FindingIdentity, Instant> firstSeen(String imageName) {
        return history.firstSeen(imageName);
    }

    @Override
    public int purge(Instant olderThan) {
        return history.purge(olderThan);
    }

    @Override
    public void close() {
        history.close();
    }
}
