package io.jenkins.plugins.qualysfargate.engine.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.h2.api.ErrorCode;

/** Brings a database forward to the schema that this program speaks, one migration after the other, and never back. */
public final class Schema {
    private static final String CREATE_VERSIONS = "CREATE TABLE IF NOT EXISTS schema_version"
            + " (version INTEGER PRIMARY KEY, applied_at TIMESTAMP(9) WITH TIME ZONE NOT NULL)";

    private final DatabaseUse use;
    private final List<Migration> migrations;
    private final Clock clock;

    /** @param migrations every step that this program knows, oldest first */
    public Schema(DatabaseUse use, List<Migration> migrations, Clock clock) {
        this.use = use;
        this.migrations = List.copyOf(migrations);
        this.clock = clock;
    }

    DatabaseUse use() {
        return use;
    }

    /**
     * Does nothing but one look-up if the database is up to date.
     *
     * @param where the database, for messages
     * @throws RuntimeException of {@link DatabaseUse#unavailable} if a newer version of this program wrote the database
     */
    void bringForward(Connection connection, String where) throws SQLException {
        int present = known(version(connection), where);
        if (present < migrations.size()) {
            migrate(connection, where);
        }
    }

    private void migrate(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Other threads of this process wait or come again; other processes are kept out by the lock of the file.
            statement.execute("SET EXCLUSIVE 1");
            for (Migration migration : migrations.subList(known(version(connection), where), migrations.size())) {
                apply(connection, migration);
            }
            statement.execute("SET EXCLUSIVE 0");
        }
    }

    private int known(int present, String where) {
        if (present > migrations.size()) {
            throw use.unavailable(
                    "Tried to open the " + use.words() + " " + where
                            + ", but a newer version of this program wrote it: its"
                            + " schema is " + present + ", and this version knows schemas up to " + migrations.size()
                            + ". Use that newer version, or another directory.",
                    null);
        }
        return present;
    }

    private void apply(Connection connection, Migration migration) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE_VERSIONS);
            for (String sql : migration.statements()) {
                statement.execute(sql);
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO schema_version (version, applied_at) VALUES (?, ?)")) {
            insert.setInt(1, migration.version());
            insert.setObject(2, clock.instant());
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static int version(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MAX(version) FROM schema_version");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException e) {
            // With candidates if another thread has made the table just now; whoever migrates looks again, alone.
            if (e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2
                    || e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                return 0;
            }
            throw e;
        }
    }
}
