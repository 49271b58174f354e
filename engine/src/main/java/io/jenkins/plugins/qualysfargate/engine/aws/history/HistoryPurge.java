package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Forgets old scans, each with all its lines at once, and then its objects. A note of the objects stands in the table until
 * they are deleted, so that a purge goes on where another one died.
 */
final class HistoryPurge {
    // Document, day, image and digest, twice for those that are compared with, and the note.
    private static final int WRITES_OF_A_SCAN = 7;
    private static final int SCANS_AT_ONCE = Transaction.MOST_WRITES / WRITES_OF_A_SCAN;
    private static final int NOTES_AT_ONCE = 500;

    private final Table table;
    private final Bucket bucket;
    private final Register register;
    private final Days days;
    private final Names names;
    private final SightingLog sightings;

    HistoryPurge(Table table, Bucket bucket, Register register, Days days, Names names) {
        this.table = table;
        this.bucket = bucket;
        this.register = register;
        this.days = days;
        this.names = names;
        this.sightings = new SightingLog(table);
    }

    int olderThan(Instant limit) {
        int forgotten = 0;
        Iterator<Item> partitions = days.upTo(limit).iterator();
        while (partitions.hasNext()) {
            forgotten += day(partitions.next(), limit);
        }
        deleteObjects();
        dropUnusedNames();
        return forgotten;
    }

    private int day(Item entry, Instant limit) {
        String partition = entry.text("partition");
        int forgotten = 0;
        List<Item> some = new ArrayList<>();
        Iterator<Item> lines = lines(partition, limit).iterator();
        while (lines.hasNext()) {
            some.add(lines.next());
            if (some.size() == SCANS_AT_ONCE) {
                forgotten += forget(some);
                some.clear();
            }
        }
        forgotten += forget(some);
        if (register.settled(entry) && isEmpty(partition)) {
            register.drop(entry);
        }
        return forgotten;
    }

    private Stream<Item> lines(String partition, Instant limit) {
        return table.query(TableQuery.of(new Lines.Range("J#", HistoryKeys.judged(limit)).within(partition)));
    }

    private int forget(List<Item> lines) {
        if (!lines.isEmpty()) {
            Transaction transaction = new Transaction(table);
            for (Item line : lines) {
                ScanItems.keys(ScanItems.line(line)).forEach(key -> transaction.delete(table, key));
                String objects = line.text(ScanItems.OBJECTS);
                if (!objects.isEmpty()) {
                    Item note = HistoryKeys.key(HistoryKeys.GONE, line.text("sk"));
                    transaction.put(table, note.with(ScanItems.OBJECTS, objects), null);
                }
            }
            transaction.commit();
        }
        return lines.size();
    }

    private void deleteObjects() {
        List<Item> notes = notes();
        while (!notes.isEmpty()) {
            bucket.delete(notes.stream()
                    .flatMap(note -> note.text(ScanItems.OBJECTS).lines())
                    .toList());
            for (int from = 0; from < notes.size(); from += Transaction.MOST_WRITES) {
                Transaction transaction = new Transaction(table);
                notes.subList(from, Math.min(notes.size(), from + Transaction.MOST_WRITES))
                        .forEach(note -> transaction.delete(table, note.only("pk", "sk")));
                transaction.commit();
            }
            notes = notes();
        }
    }

    private List<Item> notes() {
        return table.query(TableQuery.of(Expression.of("#pk = :pk").with(":pk", HistoryKeys.GONE))
                        .by(NOTES_AT_ONCE))
                .limit(NOTES_AT_ONCE)
                .toList();
    }

    // Since when a finding is known is kept as long as its image has any scan.
    private void dropUnusedNames() {
        Iterator<Item> entries = names.all().iterator();
        while (entries.hasNext()) {
            Item entry = entries.next();
            String place = Names.place(entry);
            // The entry goes last, so that a purge that dies leaves nothing that no other one finds.
            if (register.settled(entry) && isEmpty(HistoryKeys.image(place))) {
                sightings.pieces(place).forEach(piece -> new Transaction(table)
                        .delete(table, piece.only("pk", "sk"))
                        .commit());
                register.drop(entry);
            }
        }
    }

    private boolean isEmpty(String partition) {
        return table.query(TableQuery.of(Expression.of("#pk = :pk").with(":pk", partition))
                        .by(1))
                .findFirst()
                .isEmpty();
    }
}
