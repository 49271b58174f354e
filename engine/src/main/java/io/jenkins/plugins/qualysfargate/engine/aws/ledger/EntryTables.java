package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.SortableTime;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents of both tables, read strongly consistent but for those of a state, which an index shows a moment late. */
final class EntryTables {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final Table occurrences;
    private final Table incidents;
    private final Clock clock;

    EntryTables(Table occurrences, Table incidents, Clock clock) {
        this.occurrences = occurrences;
        this.incidents = incidents;
        this.clock = clock;
    }

    Table of(EntryKind kind) {
        return kind == EntryKind.OCCURRENCE ? occurrences : incidents;
    }

    Optional<Entry> find(EntryKey key) {
        Instant now = clock.instant();
        return of(key.kind()).get(EntryItem.key(key)).map(EntryTables::read).filter(entry -> !entry.expired(now));
    }

    List<Entry> ofId(EntryKind kind, String id, String fromSort, int limit) {
        Expression key = Expression.of("#pk = :pk AND #sk BETWEEN :from AND :to")
                .with(":pk", EntryItem.partition(kind, id))
                .with(":from", EntryItem.sk(id, fromSort))
                .with(":to", EntryItem.afterAll(id));
        return page(kind, TableQuery.of(key), limit);
    }

    List<Entry> all(EntryKind kind, @Nullable EntryKey after, int limit) {
        List<Entry> page = new ArrayList<>();
        String first = after == null ? "" : EntryItem.partition(kind, after.id());
        for (String partition : EntryItem.partitions(kind)) {
            if (page.size() < limit && partition.compareTo(first) >= 0) {
                Expression key = Expression.of("#pk = :pk").with(":pk", partition);
                if (after != null && partition.equals(first)) {
                    key = Expression.of("#pk = :pk AND #sk > :after")
                            .with(":pk", partition)
                            .with(":after", EntryItem.sk(after.id(), after.sort()));
                }
                page.addAll(page(kind, TableQuery.of(key), limit - page.size()));
            }
        }
        return page;
    }

    List<Entry> inState(EntryKind kind, String state, Instant from, Instant to, int limit) {
        Instant first = from.isBefore(FIRST) ? FIRST : from;
        // DynamoDB takes one range, both ends of which belong to it.
        Instant last = to.isAfter(LAST) ? LAST : to.minusNanos(1);
        if (last.isBefore(first)) {
            return List.of();
        }
        Expression key = Expression.of("#state = :state AND #at BETWEEN :from AND :to")
                .with(":state", EntryItem.state(kind, state))
                .with(":from", SortableTime.of(first))
                .with(":to", SortableTime.of(last));
        return page(kind, TableQuery.of(key).in(EntryItem.BY_STATE), limit);
    }

    private List<Entry> page(EntryKind kind, TableQuery query, int limit) {
        return of(kind).query(query.where(EntryItem.current(clock.instant())).by(limit))
                .limit(limit)
                .map(EntryTables::read)
                .toList();
    }

    private static Entry read(Item item) {
        return LedgerAnswers.ANSWERS.reading(
                "item " + item.optionalText(EntryItem.PK) + ", " + item.optionalText(EntryItem.SK),
                () -> EntryItem.entry(item));
    }
}
