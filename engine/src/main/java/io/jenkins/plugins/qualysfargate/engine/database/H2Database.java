package io.jenkins.plugins.qualysfargate.engine.database;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database file, opened for one unit of work and closed after it, so that several processes share it by taking
 * turns; no port is opened. A unit is one transaction, and is run again from its start if its turn had not come.
 */
public final class H2Database {
    /** How long closing may spend on giving space back, in milliseconds. Reading leaves nothing to give back. */
    private enum Effort {
        READ(0),
        WRITE(20),
        PURGE(3_000);

        private final int compactionMillis;

        Effort(int compactionMillis) {
            this.compactionMillis = compactionMillis;
        }
    }

    // All but the first are what threads meet that write through two such objects of one process.
    private static final Set<Integer> BUSY = Set.of(
            ErrorCode.DATABASE_ALREADY_OPEN_1,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
            ErrorCode.DEADLOCK_1,
            ErrorCode.LOCK_TIMEOUT_1,
            ErrorCode.CONCURRENT_UPDATE_1,
            ErrorCode.DUPLICATE_KEY_1);

    private final Path file;
    private final Schema schema;
    private final DatabaseUse use;
    private final Duration patience;
    private final RetryPolicy<Object> turns;
    private final ReentrantLock writing = new ReentrantLock();
    private final OpenTime openTime = new OpenTime();
    private final Linger linger;

    /**
     * @param base the file without its {@code .mv.db}
     * @param patience how long to wait for a turn
     */
    public H2Database(Path base, Schema schema, Duration patience) {
        this(base, schema, patience, Duration.ZERO);
    }

    /** @param moment for which it stays open after each use; zero to close it at once */
    public H2Database(Path base, Schema schema, Duration patience, Duration moment) {
        this.linger = new Linger(moment, () -> open(Effort.READ), openTime);
        this.file = base.toAbsolutePath().normalize();
        if (file.toString().indexOf(';') >= 0) {
            throw new IllegalArgumentException(
                    "Tried to keep the " + schema.use().words() + " in " + file
                            + ", but a database path has no semicolon. Choose another directory.");
        }
        this.schema = schema;
        this.use = schema.use();
        this.patience = patience;
        this.turns = RetryPolicy.builder()
                .handleIf(failure -> failure instanceof SQLException sql && BUSY.contains(sql.getErrorCode()))
                .withDelay(Duration.ofMillis(5), Duration.ofMillis(60))
                .withMaxRetries(-1)
                .withMaxDuration(patience)
                .build();
    }

    /** What is done with an open database. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    DatabaseUse use() {
        return use;
    }

    /** Keeps nothing open any longer. */
    public void close() {
        linger.close();
    }

    /** For what changes nothing. */
    public <T> T read(Work<T> work) {
        return run(work, Effort.READ, false);
    }

    /** For a transaction that changes something; a work that rolls back itself has changed nothing. */
    public <T> T write(Work<T> work) {
        return run(work, Effort.WRITE, true);
    }

    /** The same for what leaves much space to give back. */
    public <T> T purge(Work<T> work) {
        return run(work, Effort.PURGE, true);
    }

    private <T> T run(Work<T> work, Effort effort, boolean alone) {
        try {
            return Failsafe.with(turns).get(() -> unit(work, effort, alone));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw failure(sql);
            }
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw use.unavailable(
                    "Tried to open the " + use.words() + " " + shown()
                            + ", but was told to stop while it waited for another" + " process. Run it again.",
                    e);
        }
    }

    private <T> T unit(Work<T> work, Effort effort, boolean alone) throws SQLException, InterruptedException {
        openTime.enter();
        try {
            linger.use();
            return opened(work, effort, alone);
        } finally {
            if (openTime.leave()) {
                linger.close();
            }
        }
    }

    private <T> T opened(Work<T> work, Effort effort, boolean alone) throws SQLException {
        // Leaving the block without a commit rolls back.
        try (Connection connection = open(effort)) {
            connection.setAutoCommit(false);
            schema.bringForward(connection, shown());
            T result = alone ? alone(work, connection) : work.in(connection);
            connection.commit();
            return result;
        }
    }

    // Threads that save findings of one image name at once would only run into each other's rows. They wait with the
    // database open, so that it is not closed and opened again between two of them.
    private <T> T alone(Work<T> work, Connection connection) throws SQLException {
        writing.lock();
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } finally {
            writing.unlock();
        }
    }

    // WRITE_DELAY=0: a commit is in the file when it returns, also while another thread keeps the database open.
    private Connection open(Effort effort) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file + ";WRITE_DELAY=0;MAX_COMPACT_TIME=" + effort.compactionMillis
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        source.setUser("sa");
        source.setPassword("");
        return source.getConnection();
    }

    private RuntimeException failure(SQLException sql) {
        if (sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1) {
            return use.damaged("is damaged: " + sql.getMessage(), shown(), sql);
        }
        if (BUSY.contains(sql.getErrorCode())) {
            return use.unavailable(
                    "Tried for " + patience.toSeconds() + " s to open the " + use.words() + " " + shown()
                            + ", but another process used it all the time. Let that process finish, or give this one"
                            + " a directory of its own.",
                    sql);
        }
        return use.unavailable(
                "Tried to use the " + use.words() + " " + shown() + ", but the database said: " + sql.getMessage()
                        + ". Check that the directory can be written and has free space.",
                sql);
    }

    private String shown() {
        return file + ".mv.db";
    }
}
