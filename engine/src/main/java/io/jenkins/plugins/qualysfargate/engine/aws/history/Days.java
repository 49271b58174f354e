package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryLine;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.PageToken;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The days on which anything was judged. A register names their partitions, so that a stretch without scans costs no call
 * however long it is.
 */
final class Days {
    private static final String VERDICT = "verdict";
    // About ten days with scans of all verdicts.
    private static final int ENTRIES_AT_ONCE = 60;

    private final Table table;
    private final Register register;
    private final Lines lines;
    private final @Nullable Duration retention;
    private final Clock clock;

    Days(Table table, Register register, Lines lines, @Nullable Duration retention, Clock clock) {
        this.table = table;
        this.register = register;
        this.lines = lines;
        this.retention = retention;
        this.clock = clock;
    }

    /** Says that a scan is about to stand under its day. */
    void use(ScanSummary scan) {
        LocalDate day = HistoryKeys.date(scan.judgedAt());
        Item entry = HistoryKeys.key(
                        HistoryKeys.DAYS, HistoryKeys.daySort(day, scan.verdict(), HistoryKeys.shard(scan.id())))
                .with("day", day.toString())
                .with(VERDICT, scan.verdict().name())
                .with("partition", HistoryKeys.day(scan));
        if (retention != null) {
            Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            Instant tomorrow = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
            end = end.isAfter(tomorrow) ? end : tomorrow;
            entry = entry.with(
                    ScanItems.TTL, end.plus(retention).plus(Register.SETTLED).getEpochSecond());
        }
        register.use(entry);
    }

    /** The lines of all days, newest first. */
    Stream<HistoryLine> lines(HistoryQuery query) {
        Iterator<Item> entries = entries(query)
                .filter(entry ->
                        query.verdict() == null || query.verdict().name().equals(entry.text(VERDICT)))
                .iterator();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(new Grouped(entries), Spliterator.ORDERED), false)
                .flatMap(day -> NewestFirst.of(day.stream()
                        .map(entry -> lines.of(entry.text("partition"), query))
                        .toList()));
    }

    private Stream<Item> entries(HistoryQuery query) {
        Lines.Range days = new Lines.Range(
                query.since() == null ? "0" : HistoryKeys.date(query.since()).toString(),
                latest(query) + HistoryKeys.END);
        return days.empty()
                ? Stream.empty()
                : table.query(TableQuery.of(days.within(HistoryKeys.DAYS))
                        .newestFirst()
                        .by(ENTRIES_AT_ONCE));
    }

    private static String latest(HistoryQuery query) {
        Instant until = query.until();
        PageToken after = query.after();
        if (after != null && (until == null || after.judgedAt().isBefore(until))) {
            until = after.judgedAt();
        }
        return until == null ? "" : HistoryKeys.date(until).toString();
    }

    /** The entries of days that have begun before then, earliest first. */
    Stream<Item> upTo(Instant limit) {
        return table.query(TableQuery.of(
                new Lines.Range("0", HistoryKeys.date(limit) + HistoryKeys.END).within(HistoryKeys.DAYS)));
    }

    /** Entries of one day each. */
    private static final class Grouped implements Iterator<List<Item>> {
        private final Iterator<Item> entries;
        private @Nullable Item next;

        Grouped(Iterator<Item> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return next != null || entries.hasNext();
        }

        @Override
        public List<Item> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there are no more days");
            }
            Item first = next != null ? next : entries.next();
            List<Item> day = new ArrayList<>(List.of(first));
            next = null;
            while (next == null && entries.hasNext()) {
                Item entry = entries.next();
                if (entry.text("day").equals(first.text("day"))) {
                    day.add(entry);
                } else {
                    next = entry;
                }
            }
            return day;
        }
    }
}
