package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.store.BatchWrite;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryLine;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** The lines of many scans, written as fast as a table takes them; their documents are left out. */
public final class CloudLines {
    private CloudLines() {}

    /** @param scan by its number, from 0 */
    public static void store(CloudHistorySettings settings, int count, IntFunction<Scans> scan) {
        Table table = new Table(StandIns.clients(StandIns.dynamoDb()), settings.historyTable());
        Clock clock = Clock.systemUTC();
        Register register = new Register(table, clock);
        Days days = new Days(table, register, new Lines(table, clock), null, clock);
        Names names = new Names(table, register);
        List<Item> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HistoryLine line = HistoryLine.of(scan.apply(i).make());
            days.use(line.scan());
            names.use(Objects.requireNonNull(line.image()).place());
            for (Item item : ScanItems.lines(line, List.of(), null)) {
                batch.add(item);
                if (batch.size() == BatchWrite.MOST) {
                    write(table, batch);
                }
            }
        }
        write(table, batch);
    }

    private static void write(Table table, List<Item> batch) {
        if (!new BatchWrite(table).put(List.copyOf(batch)).left().isEmpty()) {
            throw new IllegalStateException("the table did not take all lines");
        }
        batch.clear();
    }
}
