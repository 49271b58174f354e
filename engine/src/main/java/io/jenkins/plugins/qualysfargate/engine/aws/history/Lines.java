package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryLine;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.PageToken;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of one partition, newest first, read as far as they are taken. */
final class Lines {
    private final Table table;
    private final Clock clock;

    Lines(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Those that a query asks for, as far as time, place of the page and verdict go. */
    Stream<HistoryLine> of(String partition, HistoryQuery query) {
        PageToken after = query.after();
        return items(partition, range(query), filter(query), query.limit() + 1)
                .map(ScanItems::line)
                // The range includes its end, but what comes next is strictly older.
                .filter(line -> after == null || !line.scan().id().equals(after.id()));
    }

    /** Those of a range of sort keys, both ends included, without what has expired. */
    Stream<Item> items(String partition, Range range, @Nullable Expression filter, int pageSize) {
        Instant now = clock.instant();
        return table.query(TableQuery.of(range.within(partition))
                        .newestFirst()
                        .where(filter)
                        .by(pageSize))
                .filter(item -> !ScanItems.expired(item, now));
    }

    /** How many there are in a range, without what has expired; costs what reading them costs. */
    long count(String partition, Range range, @Nullable Expression filter) {
        Expression alive = Expression.of("attribute_not_exists(#ttl) OR #ttl > :now")
                .with(":now", clock.instant().getEpochSecond());
        return table.count(TableQuery.of(range.within(partition)).where(filter).where(alive));
    }

    /** Sort keys from one to another. */
    record Range(String from, String to) {
        Expression within(String partition) {
            return Expression.of("#pk = :pk AND #sk BETWEEN :from AND :to")
                    .with(":pk", partition)
                    .with(":from", from)
                    .with(":to", to);
        }

        /** True if nothing can be in it; DynamoDB refuses to look. */
        boolean empty() {
            return from.compareTo(to) > 0;
        }
    }

    static Range range(HistoryQuery query) {
        String from = query.since() == null ? "J#" : HistoryKeys.judged(query.since());
        // No sort key is as short as that of a time, so what was judged then is not in it.
        String to = query.until() == null ? "J#" + HistoryKeys.END : HistoryKeys.judged(query.until());
        PageToken after = query.after();
        if (after != null) {
            String end = HistoryKeys.judged(after.judgedAt(), after.id());
            to = end.compareTo(to) < 0 ? end : to;
        }
        return new Range(from, to);
    }

    private static @Nullable Expression filter(HistoryQuery query) {
        return query.verdict() == null
                ? null
                : Expression.of("#verdict = :verdict")
                        .with(":verdict", query.verdict().name());
    }
}
