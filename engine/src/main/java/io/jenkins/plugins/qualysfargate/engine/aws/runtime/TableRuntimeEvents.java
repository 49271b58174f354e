package io.jenkins.plugins.qualysfargate.engine.aws.runtime;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.store.BatchWrite;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventItem;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventPage;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventQuery;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEvents;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventsUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.runtime.StoredEvents;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runtime events in their DynamoDB table. Events are found through indexes, which show them a moment late; those that have
 * expired are not shown although DynamoDB deletes them later.
 */
public final class TableRuntimeEvents implements RuntimeEvents {
    private final Table table;
    private final Clock clock;

    public TableRuntimeEvents(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public StoredEvents write(List<RuntimeEventItem> events) {
        // DynamoDB refuses a batch in which a key stands twice.
        Map<String, RuntimeEventItem> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.put(event.eventId(), event));
        List<RuntimeEventItem> all = List.copyOf(distinct.values());
        List<RuntimeEventItem> left = new ArrayList<>();
        String reason = "";
        for (int from = 0; from < all.size(); from += BatchWrite.MOST) {
            List<RuntimeEventItem> batch = all.subList(from, Math.min(all.size(), from + BatchWrite.MOST));
            reason = last(reason, write(batch, left));
        }
        return new StoredEvents(all.size() - left.size(), left, reason);
    }

    private static String last(String reason, String newer) {
        return newer.isEmpty() ? reason : newer;
    }

    private String write(List<RuntimeEventItem> batch, List<RuntimeEventItem> left) {
        List<Item> items = new ArrayList<>();
        String unwritable = "";
        for (RuntimeEventItem event : batch) {
            try {
                items.add(EventItem.write(event));
            } catch (IllegalArgumentException e) {
                unwritable = String.valueOf(e.getMessage());
                left.add(event);
            }
        }
        return last(unwritable, put(batch, items, left));
    }

    private String put(List<RuntimeEventItem> batch, List<Item> items, List<RuntimeEventItem> left) {
        BatchWrite.Outcome outcome = new BatchWrite(table).put(items);
        if (BatchWrite.blamesAnItem(outcome.failure()) && items.size() > 1) {
            // One event that is too large, for example, must not keep the others out.
            String reason = "";
            for (Item item : outcome.left()) {
                reason = last(reason, put(batch, List.of(item), left));
            }
            return reason;
        }
        for (Item item : outcome.left()) {
            batch.stream()
                    .filter(event -> event.eventId().equals(item.text("eventId")))
                    .forEach(left::add);
        }
        if (outcome.left().isEmpty()) {
            return "";
        }
        AwsException failure = outcome.failure();
        return failure != null
                ? failure.advice()
                : "Table " + table.name() + " did not take " + outcome.left().size()
                        + " events after several attempts. Raise its write capacity, or write less at once.";
    }

    @Override
    public RuntimeEventPage query(RuntimeEventQuery query) {
        @Nullable EventCursor after = query.after() == null ? null : EventCursor.parse(query.after());
        try {
            return page(query, after);
        } catch (AwsException failure) {
            throw new RuntimeEventsUnavailableException(failure.advice(), failure);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RuntimeEventsUnavailableException(
                    "An item of table " + table.name() + " is no runtime event: " + e.getMessage()
                            + ". Look for what writes there besides the sidecars, and delete the item.",
                    e);
        }
    }

    private RuntimeEventPage page(RuntimeEventQuery query, @Nullable EventCursor after) {
        long now = clock.instant().getEpochSecond();
        long newest = query.until().minusNanos(1).getEpochSecond();
        Item end = after == null
                ? null
                : query.by()
                        .fold(
                                type -> after.key().with("eventType", type.eventType()),
                                severity -> after.key().with("severity", severity.severity()),
                                task -> after.key().with("taskArn", task.taskArn()));
        List<Item> found = table.query(
                        TableQuery.of(key(query.by(), query.since().getEpochSecond(), newest))
                                .in(index(query.by()))
                                .newestFirst()
                                .where(Expression.of("attribute_not_exists(#ttl) OR #ttl > :now")
                                        .with(":now", now))
                                .by(query.limit() + 1)
                                .after(end))
                .limit(query.limit() + 1L)
                .toList();
        boolean more = found.size() > query.limit();
        List<Item> shown = more ? found.subList(0, query.limit()) : found;
        return new RuntimeEventPage(
                shown.stream().map(EventItem::read).toList(),
                more ? EventCursor.of(shown.get(shown.size() - 1)).toString() : null);
    }

    private static String index(RuntimeEventQuery.By by) {
        return by.fold(
                type -> "eventType-timestamp-index",
                severity -> "severity-timestamp-index",
                task -> "taskArn-timestamp-index");
    }

    private static Expression key(RuntimeEventQuery.By by, long since, long newest) {
        Expression same = by.fold(
                type -> Expression.of("#eventType = :value").with(":value", type.eventType()),
                severity -> Expression.of("#severity = :value").with(":value", severity.severity()),
                task -> Expression.of("#taskArn = :value").with(":value", task.taskArn()));
        return new Expression(same.text() + " AND #timestampEpoch BETWEEN :since AND :newest", same.values())
                .with(":since", since)
                .with(":newest", newest);
    }
}
