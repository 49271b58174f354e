package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.database.DatabaseDirectory;
import io.jenkins.plugins.qualysfargate.engine.database.H2Database;
import io.jenkins.plugins.qualysfargate.engine.database.H2Outbox;
import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger of one machine: the file {@code compliance.mv.db} in a directory, which several processes may use at once. */
public final class H2Ledger implements Ledger {
    /** How long a call waits while other processes use the directory; a call of theirs takes some tens of milliseconds. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    /** For which the file stays open after each use, because most uses come in groups. */
    public static final Duration MOMENT = Duration.ofMillis(200);

    private static final String DATABASE = "compliance";

    private final H2Database database;
    private final Clock clock;

    H2Ledger(H2Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The ledger in a directory, which is made if it does not exist, for its owner alone.
     *
     * @throws LedgerUnavailableException if the directory cannot be made
     */
    public static H2Ledger open(Path directory, Clock clock) {
        return open(directory, clock, DEFAULT_PATIENCE, MOMENT);
    }

    /**
     * The same.
     *
     * @param patience how long a call waits while other processes use the directory
     * @param moment for which the file stays open after each use, in which other processes wait; zero to close it at once
     */
    public static H2Ledger open(Path directory, Clock clock, Duration patience, Duration moment) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            DatabaseDirectory.make(home);
        } catch (IOException e) {
            throw new LedgerUnavailableException(
                    "Tried to make the directory " + home + " for the compliance ledger, but failed: " + e
                            + ". Check that its parent can be written and has free space.",
                    e);
        }
        return new H2Ledger(new H2Database(home.resolve(DATABASE), LedgerFile.schema(clock), patience, moment), clock);
    }

    @Override
    public Optional<Entry> find(EntryKey key) {
        return list(of(key.kind()).and("id = ?", key.id()).and("sort = ?", key.sort())).stream()
                .findFirst();
    }

    @Override
    public List<Entry> ofId(EntryKind kind, String id, String fromSort, int limit) {
        return list(of(kind).and("id = ?", id)
                .and("sort >= ?", fromSort)
                .then("ORDER BY kind, id, sort FETCH FIRST ? ROWS ONLY", limit));
    }

    @Override
    public List<Entry> all(EntryKind kind, @Nullable EntryKey after, int limit) {
        SqlQuery query = of(kind);
        if (after != null) {
            // The first half lets the index begin where the page before ended.
            query.and("id >= ?", after.id()).and("(id > ? OR sort > ?)", after.id(), after.sort());
        }
        return list(query.then("ORDER BY kind, id, sort FETCH FIRST ? ROWS ONLY", limit));
    }

    @Override
    public List<Entry> inState(EntryKind kind, String state, Instant from, Instant to, int limit) {
        return list(of(kind).and("state = ?", state)
                .and("at_time >= ?", from)
                .and("at_time < ?", to)
                .then("ORDER BY kind, state, at_time, id, sort FETCH FIRST ? ROWS ONLY", limit));
    }

    private SqlQuery of(EntryKind kind) {
        return H2Documents.select(clock.instant()).and("kind = ?", kind.name());
    }

    private List<Entry> list(SqlQuery query) {
        return database.read(connection -> query.list(connection, H2Documents::entry));
    }

    @Override
    public void commit(Commit commit) throws LedgerConflictException {
        Instant now = clock.instant();
        List<EntryKey> conflicts = database.write(connection -> save(connection, commit, now));
        if (!conflicts.isEmpty()) {
            throw LedgerConflictException.over(conflicts);
        }
    }

    private static List<EntryKey> save(Connection connection, Commit commit, Instant now) throws SQLException {
        List<EntryKey> conflicts = H2Documents.putOver(connection, commit.together(), now);
        if (!conflicts.isEmpty()) {
            connection.rollback();
            return conflicts;
        }
        H2Documents.put(connection, commit.ahead());
        for (OutboxMessage message : commit.messages()) {
            H2Outbox.insertNew(connection, message);
        }
        H2Journal.append(connection, commit.notes());
        H2Documents.sweep(connection, now);
        return List.of();
    }

    @Override
    public List<JournalEntry> journal(long fromSequence, int limit) {
        return database.read(connection -> H2Journal.from(connection, fromSequence, limit));
    }

    @Override
    public JournalHead head() {
        return database.read(H2Journal::head);
    }

    @Override
    public Outbox outbox() {
        return new H2Outbox(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
