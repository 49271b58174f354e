package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Tables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import java.net.URI;
import java.time.Clock;

/** New tables of one test, and ways to them. */
public final class TableStores {
    private TableStores() {}

    /** Everything that a ledger needs, empty. */
    public static TableLedgerSettings make() {
        return new TableLedgerSettings(
                Tables.make(AwsTables.OCCURRENCES), Tables.make(AwsTables.INCIDENTS), Tables.make(AwsTables.OUTBOX));
    }

    public static TableLedger open(TableLedgerSettings settings, Clock clock) {
        return open(settings, clock, StandIns.dynamoDb());
    }

    static TableLedger open(TableLedgerSettings settings, Clock clock, URI dynamoDb) {
        return new TableLedger(StandIns.clients(dynamoDb), settings, clock);
    }
}
