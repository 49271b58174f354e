package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the table document, in and out; an expired one counts as not there. */
final class H2Documents {
    private static final String COLUMNS = "kind, id, sort, version, state, at_time, content, expires";
    private static final String OF_KEY = " WHERE kind = ? AND id = ? AND sort = ?";
    /** With each save, so that no save takes much longer than others. */
    private static final int SWEPT_AT_ONCE = 500;

    private H2Documents() {}

    /** Those that count at a moment, for conditions to be added. */
    static SqlQuery select(Instant now) {
        return new SqlQuery("SELECT " + COLUMNS + " FROM document").and("(expires IS NULL OR expires > ?)", now);
    }

    static Entry entry(ResultSet row) throws SQLException {
        String key = row.getString("kind") + " " + row.getString("id") + ", " + row.getString("sort");
        try {
            return new Entry(
                    new EntryKey(EntryKind.valueOf(row.getString("kind")), row.getString("id"), row.getString("sort")),
                    row.getLong("version"),
                    row.getString("state"),
                    row.getObject("at_time", Instant.class),
                    row.getString("content"),
                    row.getObject("expires", Instant.class));
        } catch (IllegalArgumentException e) {
            throw new CorruptLedgerException("is not what was saved: " + e.getMessage(), key, e);
        }
    }

    /** Writes over whatever version is there. */
    static void put(Connection connection, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO document (" + COLUMNS + ") KEY (kind, id, sort) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                bind(merge, entry);
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    /** Writes over the versions that the documents name, and returns the keys of those that are of another version. */
    static List<EntryKey> putOver(Connection connection, List<Entry> entries, Instant now) throws SQLException {
        List<EntryKey> conflicts = new ArrayList<>();
        for (Entry entry : entries) {
            boolean written = entry.version() == 0 ? insert(connection, entry, now) : update(connection, entry, now);
            if (!written) {
                conflicts.add(entry.key());
            }
        }
        return conflicts;
    }

    private static boolean insert(Connection connection, Entry entry, Instant now) throws SQLException {
        run(connection, "DELETE FROM document" + OF_KEY + " AND expires <= ?", key(entry, now));
        boolean there = new SqlQuery("SELECT 1 FROM document" + OF_KEY)
                .then("", key(entry, null))
                .first(connection, row -> row.getInt(1))
                .isPresent();
        if (there) {
            return false;
        }
        // If another thread inserts it at the same time, the key exists twice, and the transaction is run again.
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO document (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            bind(insert, entry);
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean update(Connection connection, Entry entry, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE document SET version = ?, state = ?, at_time = ?, content = ?, expires = ?" + OF_KEY
                        + " AND version = ? AND (expires IS NULL OR expires > ?)")) {
            update.setLong(1, entry.version() + 1);
            update.setString(2, entry.state());
            update.setObject(3, entry.at());
            update.setString(4, entry.document());
            update.setObject(5, entry.expires());
            update.setString(6, entry.key().kind().name());
            update.setString(7, entry.key().id());
            update.setString(8, entry.key().sort());
            update.setLong(9, entry.version());
            update.setObject(10, now);
            return update.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement statement, Entry entry) throws SQLException {
        statement.setString(1, entry.key().kind().name());
        statement.setString(2, entry.key().id());
        statement.setString(3, entry.key().sort());
        statement.setLong(4, entry.version() + 1);
        statement.setString(5, entry.state());
        statement.setObject(6, entry.at());
        statement.setString(7, entry.document());
        statement.setObject(8, entry.expires());
    }

    private static Object[] key(Entry entry, @Nullable Instant now) {
        List<Object> values = new ArrayList<>(
                List.of(entry.key().kind().name(), entry.key().id(), entry.key().sort()));
        if (now != null) {
            values.add(now);
        }
        return values.toArray();
    }

    /** Deletes some of what has expired. */
    static void sweep(Connection connection, Instant now) throws SQLException {
        run(
                connection,
                "DELETE FROM document WHERE expires <= ? FETCH FIRST " + SWEPT_AT_ONCE + " ROWS ONLY",
                new Object[] {now});
    }

    private static void run(Connection connection, String sql, Object[] values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
