package io.jenkins.plugins.qualysfargate.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a database open for a moment after each use, for who uses it hundreds of times a second: to open and to close it
 * takes longer than most uses. It is closed once nobody has used it for that moment, and in any case once a second.
 */
final class Linger {
    private static final long LONGEST_NANOS = 1_000_000_000L;

    private final long moment;
    private final Opening open;
    private final OpenTime openTime;
    private @Nullable Connection holder;
    private long since;
    private long lastUse;

    /** Opens the database. */
    @FunctionalInterface
    interface Opening {
        Connection connection() throws SQLException;
    }

    /** @param moment zero to keep nothing open */
    Linger(Duration moment, Opening open, OpenTime openTime) {
        this.moment = moment.toNanos();
        this.open = open;
        this.openTime = openTime;
    }

    /** Called before each use. */
    synchronized void use() throws SQLException {
        if (moment == 0) {
            return;
        }
        lastUse = System.nanoTime();
        if (holder == null) {
            holder = open.connection();
            since = lastUse;
            look();
        }
    }

    private void look() {
        CompletableFuture.delayedExecutor(Math.max(1, moment / 2), TimeUnit.NANOSECONDS)
                .execute(this::closeIfIdle);
    }

    private synchronized void closeIfIdle() {
        long now = System.nanoTime();
        boolean longEnough = now - since > LONGEST_NANOS;
        if (holder != null && !longEnough && now - lastUse < moment) {
            look();
        } else {
            if (longEnough) {
                openTime.leaveToOthers();
            }
            close();
        }
    }

    /** Keeps it open no longer; the next use does so again. */
    synchronized void close() {
        Connection closing = holder;
        holder = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException failed) {
            System.getLogger(Linger.class.getName())
                    .log(System.Logger.Level.DEBUG, "The database was closed already: {0}", failed.getMessage());
        }
    }
}
