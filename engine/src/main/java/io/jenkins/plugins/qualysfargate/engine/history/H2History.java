package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.DatabaseDirectory;
import io.jenkins.plugins.qualysfargate.engine.database.H2Database;
import io.jenkins.plugins.qualysfargate.engine.database.H2Outbox;
import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The history of one machine in one directory: an H2 database file, and the reports as files beside it. Nothing is held
 * open between two calls, or only for a moment, so that several processes may use the directory at once.
 */
public final class H2History implements History {
    /** How long a call waits while other processes use the directory; a call of theirs takes some tens of milliseconds. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    /** A moment for {@link #open(Path, Clock, Duration, Duration)}: between two uses of a machine that is busy. */
    public static final Duration BURST = Duration.ofMillis(200);

    private static final String DATABASE = "history";

    private final String shown;
    private final H2Database database;
    private final ReportFiles reports;
    private final H2Purge purge;

    H2History(Path directory, H2Database database, ReportFiles reports) {
        this.shown = directory.resolve(DATABASE) + ".mv.db";
        this.database = database;
        this.reports = reports;
        this.purge = new H2Purge(database, reports);
    }

    /**
     * The history in a directory, which is made if it does not exist, for its owner alone.
     *
     * @throws HistoryUnavailableException if the directory cannot be made
     */
    public static H2History open(Path directory, Clock clock) {
        return open(directory, clock, DEFAULT_PATIENCE);
    }

    /** @param patience how long a call waits while other processes use the directory */
    public static H2History open(Path directory, Clock clock, Duration patience) {
        return open(directory, clock, patience, Duration.ZERO);
    }

    /**
     * The same for who uses it many times a second.
     *
     * @param moment for which the database stays open after each use, in which other processes wait; zero to close it at once
     */
    public static H2History open(Path directory, Clock clock, Duration patience, Duration moment) {
        Path home = directory.toAbsolutePath().normalize();
        make(home);
        H2Database database = new H2Database(home.resolve(DATABASE), HistoryFile.schema(clock), patience, moment);
        return new H2History(home, database, new ReportFiles(home.resolve("reports"), clock));
    }

    private static void make(Path directory) {
        try {
            DatabaseDirectory.make(directory);
        } catch (IOException e) {
            throw unavailable("make the directory " + directory, e);
        }
    }

    @Override
    public ScanId record(ScanRecord scan, List<OutboxMessage> messages) {
        ReportFiles.@Nullable Draft draft = null;
        try {
            byte[] document = ScanRecordCodec.write(scan);
            ScanReport report = scan.image().report();
            draft = report == null ? null : reports.write(report);
            ReportFiles.Draft written = draft;
            database.write(connection -> {
                if (!ScanRows.exists(connection, scan.id())) {
                    insert(connection, scan, document, written);
                    for (OutboxMessage message : messages) {
                        H2Outbox.insert(connection, message);
                    }
                }
                return scan.id();
            });
            return scan.id();
        } catch (IOException e) {
            throw unavailable("save scan " + scan.id() + " in " + shown, e);
        } finally {
            drop(draft);
        }
    }

    private void insert(Connection connection, ScanRecord scan, byte[] document, ReportFiles.@Nullable Draft draft)
            throws SQLException {
        String name = scan.image().name();
        ImageName key = name == null ? null : ImageName.of(name);
        Long imageId = key == null ? null : (Long) ScanRows.keepImage(connection, key.place());
        ScanRows.insert(
                connection,
                ScanSummary.of(scan),
                new ScanRows.Rest(
                        imageId, key == null ? null : key.tag(), draft == null ? null : draft.hash(), document));
        ScanReport report = scan.image().report();
        if (imageId != null && report != null && scan.complete()) {
            Sightings.note(connection, imageId, report.findings(), scan.scannedAt());
        }
        if (draft != null) {
            // Under the lock of the database, so that no purge of another process takes the file for a forgotten one.
            keep(draft);
        }
    }

    private void keep(ReportFiles.Draft draft) {
        try {
            reports.keep(draft);
        } catch (IOException e) {
            throw unavailable("save the report beside " + shown, e);
        }
    }

    private void drop(ReportFiles.@Nullable Draft draft) {
        if (draft != null) {
            try {
                reports.discard(draft);
            } catch (IOException e) {
                System.getLogger(H2History.class.getName())
                        .log(System.Logger.Level.WARNING, "Left behind {0}: {1}", draft.file(), e.getMessage());
            }
        }
    }

    @Override
    public Outbox outbox() {
        return new H2Outbox(database);
    }

    @Override
    public Optional<ScanRecord> find(ScanId id) {
        return decoded(new SqlQuery("SELECT " + StoredScan.COLUMNS + " FROM scan").and("id = ?", id.value()));
    }

    @Override
    public Optional<ScanRecord> latestComplete(Digest digest, Platform platform) {
        return decoded(CompleteScans.latest(digest, platform));
    }

    private Optional<ScanRecord> decoded(SqlQuery select) {
        return database.read(connection -> select.first(connection, StoredScan::of))
                .map(stored -> stored.decode(reports, shown));
    }

    @Override
    public List<ScanSummary> list(HistoryQuery query) {
        return database.read(connection -> ScanSearch.page(connection, query));
    }

    @Override
    public ImageSeries series(SeriesQuery query) {
        return database.read(connection -> H2Series.find(connection, query)).decode(shown);
    }

    @Override
    public Map<Digest, ScanSummary> latest(Collection<Digest> digests) {
        return database.read(connection -> LatestScans.of(connection, digests));
    }

    @Override
    public Optional<Baseline> baseline(BaselineQuery query) {
        H2Baseline.Found found = database.read(connection -> H2Baseline.find(connection, query));
        return Optional.ofNullable(found.scan())
                .map(stored -> query.answer(stored.decode(reports, shown), found.firstSeen()));
    }

    @Override
    public Map<FindingIdentity, Instant> firstSeen(String imageName) {
        return database.read(connection -> H2Baseline.firstSeen(connection, imageName));
    }

    @Override
    public int purge(Instant olderThan) {
        try {
            return purge.olderThan(olderThan);
        } catch (IOException e) {
            throw unavailable("delete reports beside " + shown, e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private static HistoryUnavailableException unavailable(String attempt, IOException cause) {
        return new HistoryUnavailableException(
                "Tried to " + attempt + ", but failed: " + cause
                        + ". Check that the directory can be written and has free space.",
                cause);
    }
}
