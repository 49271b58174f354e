package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.database.DatabaseUse;
import io.jenkins.plugins.qualysfargate.engine.database.H2Outbox;
import io.jenkins.plugins.qualysfargate.engine.database.Migration;
import io.jenkins.plugins.qualysfargate.engine.database.Schema;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger as a database file: its schema and its failures. */
final class LedgerFile implements DatabaseUse {
    private LedgerFile() {}

    /** Every step that this program knows, oldest first. A step that was released is never changed. */
    static List<Migration> migrations() {
        return List.of(Migration.ofResource(1, LedgerFile.class, "schema/0001-ledger.sql"), H2Outbox.migration(2));
    }

    static Schema schema(Clock clock) {
        return schema(migrations(), clock);
    }

    static Schema schema(List<Migration> migrations, Clock clock) {
        return new Schema(new LedgerFile(), migrations, clock);
    }

    @Override
    public String words() {
        return "compliance ledger";
    }

    @Override
    public RuntimeException unavailable(String message, @Nullable Throwable cause) {
        return new LedgerUnavailableException(message, cause);
    }

    @Override
    public RuntimeException damaged(String what, String where, @Nullable Throwable cause) {
        return new CorruptLedgerException(what, where, cause);
    }
}
