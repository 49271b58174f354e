package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.aws.history.HistoryAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.outbox.TableOutbox;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.ImageName;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The history of everybody who may call the same tables and bucket. Lines and documents stand in DynamoDB and are read
 * strongly consistent; reports, and results for readers of the original scanner's stores, are objects in S3.
 */
public final class CloudHistory implements History {
    private final Clients clients;
    private final Recording recording;
    private final TableOutbox outbox;
    private final Documents documents;
    private final CompleteScans complete;
    private final LatestScans latest;
    private final LineSearch search;
    private final SightingLog sightings;
    private final HistoryPurge purge;

    /** @param clients are closed with the history */
    public CloudHistory(AwsClients clients, CloudHistorySettings settings, Clock clock) {
        this(new Clients(clients, clients), settings, clock);
    }

    /** @param clients are closed with the history */
    CloudHistory(Clients clients, CloudHistorySettings settings, Clock clock) {
        Table table = new Table(clients.tables, settings.historyTable());
        Bucket bucket = new Bucket(clients.objects, settings.bucket());
        Register register = new Register(table, clock);
        Lines lines = new Lines(table, clock);
        Days days = new Days(table, register, lines, settings.retention(), clock);
        Names names = new Names(table, register);
        this.clients = clients;
        this.outbox = new TableOutbox(new Table(clients.tables, settings.outboxTable()), ANSWERS, clock);
        this.documents = new Documents(table, new ReportObjects(bucket, ReportObjects.HELD), clock);
        this.sightings = new SightingLog(table);
        this.complete = new CompleteScans(lines, documents);
        this.latest = new LatestScans(lines);
        this.search = new LineSearch(lines, days, names);
        this.purge = new HistoryPurge(table, bucket, register, days, names);
        this.recording = new Recording(
                settings,
                new Recording.Stores(
                        table,
                        new ScanCache(new Table(clients.tables, settings.cacheTable()), settings.cacheTime()),
                        new ResultObjects(bucket),
                        outbox),
                documents,
                new Recording.Registers(days, names),
                clock);
    }

    /** Whom to call for tables and for objects, where they have different endpoints. */
    record Clients(AwsClients tables, AwsClients objects) {}

    @Override
    public ScanId record(ScanRecord scan, List<OutboxMessage> messages) {
        return record(scan, messages, List.of());
    }

    @Override
    public ScanId record(ScanRecord scan, List<OutboxMessage> messages, List<RawReport> raw) {
        return ANSWERS.of(() -> recording.record(scan, messages, raw));
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Optional<ScanRecord> find(ScanId id) {
        return ANSWERS.of(() -> documents.find(id));
    }

    @Override
    public List<ScanSummary> list(HistoryQuery query) {
        return ANSWERS.of(() -> search.list(query));
    }

    @Override
    public ImageSeries series(SeriesQuery query) {
        return ANSWERS.of(() -> search.series(query));
    }

    @Override
    public Optional<ScanRecord> latestComplete(Digest digest, Platform platform) {
        return ANSWERS.of(() -> complete.latest(digest, platform));
    }

    @Override
    public Map<Digest, ScanSummary> latest(Collection<Digest> digests) {
        return ANSWERS.of(() -> latest.of(digests));
    }

    @Override
    public Optional<Baseline> baseline(BaselineQuery query) {
        return ANSWERS.of(
                () -> complete.baseline(query).map(chosen -> query.answer(chosen, firstSeen(query.imageName()))));
    }

    @Override
    public Map<FindingIdentity, Instant> firstSeen(String imageName) {
        String place = ImageName.of(imageName).place();
        return ANSWERS.of(() -> search.hasScans(place) ? Map.copyOf(sightings.firstSeen(place)) : Map.of());
    }

    @Override
    public int purge(Instant olderThan) {
        return ANSWERS.of(() -> purge.olderThan(olderThan));
    }

    @Override
    public void close() {
        clients.tables.close();
        clients.objects.close();
    }
}
