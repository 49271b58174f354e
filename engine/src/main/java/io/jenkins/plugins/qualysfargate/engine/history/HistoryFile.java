package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.DatabaseUse;
import io.jenkins.plugins.qualysfargate.engine.database.H2Outbox;
import io.jenkins.plugins.qualysfargate.engine.database.Migration;
import io.jenkins.plugins.qualysfargate.engine.database.Schema;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scan history as a database file: its schema and its failures. */
final class HistoryFile implements DatabaseUse {
    private HistoryFile() {}

    /** Every step that this program knows, oldest first. A step that was released is never changed. */
    static List<Migration> migrations() {
        return List.of(Migration.ofResource(1, HistoryFile.class, "schema/0001-scans.sql"), H2Outbox.migration(2));
    }

    static Schema schema(Clock clock) {
        return schema(migrations(), clock);
    }

    static Schema schema(List<Migration> migrations, Clock clock) {
        return new Schema(new HistoryFile(), migrations, clock);
    }

    @Override
    public String words() {
        return "scan history";
    }

    @Override
    public RuntimeException unavailable(String message, @Nullable Throwable cause) {
        return new HistoryUnavailableException(message, cause);
    }

    @Override
    public RuntimeException damaged(String what, String where, @Nullable Throwable cause) {
        return new CorruptHistoryException(what, where, cause);
    }
}
