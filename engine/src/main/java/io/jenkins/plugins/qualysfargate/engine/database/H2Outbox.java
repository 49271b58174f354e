package io.jenkins.plugins.qualysfargate.engine.database;

import io.jenkins.plugins.qualysfargate.engine.outbox.Claim;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.Undelivered;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The outbox in a database file, so that a change and what is to be said about it are one commit. */
public final class H2Outbox implements Outbox {
    private static final String WAITING = "WAITING";
    private static final String ABANDONED = "ABANDONED";

    private final H2Database database;

    public H2Outbox(H2Database database) {
        this.database = database;
    }

    /** The step of a schema that makes the outbox. */
    public static Migration migration(int version) {
        return Migration.ofResource(version, H2Outbox.class, "outbox.sql");
    }

    /** Adds a message within the caller's transaction. */
    public static void insert(Connection connection, OutboxMessage message) throws SQLException {
        update(
                connection,
                "INSERT INTO outbox (id, channel, subject, body, attributes, created_at, state, due_at, attempts)"
                        + " VALUES (?, ?, ?, ?, ?, ?, '" + WAITING + "', ?, 0)",
                message.id(),
                message.channel(),
                message.subject(),
                message.body(),
                OutboxRow.attributes(message),
                message.createdAt(),
                message.createdAt());
    }

    /** Adds a message within the caller's transaction, unless there is one of its id. */
    public static void insertNew(Connection connection, OutboxMessage message) throws SQLException {
        boolean there = new SqlQuery("SELECT 1 FROM outbox")
                .and("id = ?", message.id())
                .first(connection, row -> row.getInt(1))
                .isPresent();
        if (!there) {
            insert(connection, message);
        }
    }

    @Override
    public List<Claim> claim(String channel, Instant now, Duration lease, int limit) {
        return database.write(connection -> {
            List<Claim> claims = new ArrayList<>();
            SqlQuery due = new SqlQuery("SELECT " + OutboxRow.COLUMNS + " FROM outbox")
                    .and("state = '" + WAITING + "'")
                    .and("channel = ?", channel)
                    .and("due_at <= ?", now)
                    .then("ORDER BY due_at, id FETCH FIRST ? ROWS ONLY", limit);
            for (OutboxRow row : due.list(connection, this::row)) {
                Claim claim =
                        new Claim(row.message(), UUID.randomUUID().toString(), row.attempts() + 1, now.plus(lease));
                update(
                        connection,
                        "UPDATE outbox SET token = ?, attempts = ?, due_at = ? WHERE id = ?",
                        claim.token(),
                        claim.attempt(),
                        claim.until(),
                        row.message().id());
                claims.add(claim);
            }
            return claims;
        });
    }

    @Override
    public void delivered(Claim claim) {
        change("DELETE FROM outbox WHERE id = ? AND token = ?", claim.message().id(), claim.token());
    }

    @Override
    public void postpone(Claim claim, Instant retryAt, String reason) {
        change(
                "UPDATE outbox SET due_at = ?, reason = ?, token = NULL WHERE id = ? AND token = ?",
                retryAt,
                OutboxRow.reason(reason),
                claim.message().id(),
                claim.token());
    }

    @Override
    public void abandon(Claim claim, Instant now, String reason) {
        change(
                "UPDATE outbox SET state = '" + ABANDONED + "', given_up_at = ?, reason = ?, token = NULL"
                        + " WHERE id = ? AND token = ?",
                now,
                OutboxRow.reason(reason),
                claim.message().id(),
                claim.token());
    }

    @Override
    public List<OutboxMessage> waiting(int limit) {
        return rows(WAITING, "created_at, id", limit).stream()
                .map(OutboxRow::message)
                .toList();
    }

    @Override
    public List<Undelivered> undelivered(int limit) {
        return rows(ABANDONED, "given_up_at DESC, id", limit).stream()
                .map(OutboxRow::undelivered)
                .toList();
    }

    private List<OutboxRow> rows(String state, String order, int limit) {
        return database.read(connection -> new SqlQuery("SELECT " + OutboxRow.COLUMNS + " FROM outbox")
                .and("state = ?", state)
                .then("ORDER BY " + order + " FETCH FIRST ? ROWS ONLY", limit)
                .list(connection, this::row));
    }

    private OutboxRow row(ResultSet row) throws SQLException {
        return OutboxRow.of(row, database.use());
    }

    private void change(String sql, Object... values) {
        database.write(connection -> update(connection, sql, values));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
