package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of the table journal, which are added and never changed. */
final class H2Journal {
    private static final String COLUMNS = "sequence, at_time, actor, action, about, content, previous_hash, hash";

    private H2Journal() {}

    // If another thread appends at the same time, a sequence number exists twice, and the transaction is run again.
    static void append(Connection connection, List<JournalNote> notes) throws SQLException {
        if (notes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (JournalEntry entry : JournalChain.append(head(connection), notes)) {
                insert.setLong(1, entry.sequence());
                insert.setObject(2, entry.note().at());
                insert.setString(3, entry.note().actor());
                insert.setString(4, entry.note().action());
                insert.setString(5, entry.note().about());
                insert.setString(6, entry.note().document());
                insert.setString(7, entry.previousHash());
                insert.setString(8, entry.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static JournalHead head(Connection connection) throws SQLException {
        return new SqlQuery("SELECT sequence, hash FROM journal")
                .then("ORDER BY sequence DESC FETCH FIRST 1 ROWS ONLY")
                .first(connection, row -> new JournalHead(row.getLong(1), row.getString(2)))
                .orElse(JournalHead.EMPTY);
    }

    static List<JournalEntry> from(Connection connection, long sequence, int limit) throws SQLException {
        return new SqlQuery("SELECT " + COLUMNS + " FROM journal")
                .and("sequence >= ?", sequence)
                .then("ORDER BY sequence FETCH FIRST ? ROWS ONLY", limit)
                .list(connection, H2Journal::entry);
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        try {
            JournalNote note = new JournalNote(
                    row.getObject("at_time", Instant.class),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("about"),
                    row.getString("content"));
            return new JournalEntry(sequence, note, row.getString("previous_hash"), row.getString("hash"));
        } catch (IllegalArgumentException e) {
            throw new CorruptLedgerException(
                    "is not what was saved: " + e.getMessage(), "entry " + sequence + " of the journal", e);
        }
    }
}
