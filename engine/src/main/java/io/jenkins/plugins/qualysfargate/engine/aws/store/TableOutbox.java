package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.outbox.Claim;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxState;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.outbox.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The outbox in a DynamoDB table. Messages are found through an index, which shows them a moment late, and claimed on the
 * item itself, so that only one caller gets them. A claimed message is due again when its lease ends.
 */
public final class TableOutbox implements Outbox {
    /** For how long a message that was delivered can be looked up. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String INDEX = "state-dueAt-index";
    private static final Expression MINE = Expression.of("#claim = :claim");

    private final Table table;

    public TableOutbox(Table table) {
        this.table = table;
    }

    /** Adds to a transaction that this message waits; the write is refused if the message is there already. */
    public void save(OutboxMessage message, Transaction transaction) {
        transaction.put(table, OutboxItem.waiting(message), Expression.of("attribute_not_exists(#messageId)"));
    }

    @Override
    public List<Claim> claim(Instant now, Duration lease, int limit) {
        return answered(() -> {
            Expression due = Expression.of("#state = :state AND #dueAt <= :now")
                    .with(":state", OutboxItem.WAITING)
                    .with(":now", OutboxItem.instant(now));
            // More than wanted, because others may be faster with some of them.
            Iterator<Item> candidates =
                    table.query(TableQuery.of(due).in(INDEX).by(2 * limit)).iterator();
            List<Claim> claims = new ArrayList<>();
            while (claims.size() < limit && candidates.hasNext()) {
                claim(candidates.next().text("messageId"), now, now.plus(lease)).ifPresent(claims::add);
            }
            return List.copyOf(claims);
        });
    }

    private Optional<Claim> claim(String id, Instant now, Instant until) {
        String token = UUID.randomUUID().toString();
        Expression update = Expression.of("SET #claim = :claim, #dueAt = :until, #attempts = #attempts + :one")
                .with(":claim", token)
                .with(":until", OutboxItem.instant(until))
                .with(":one", 1);
        Expression free = Expression.of("#state = :state AND #dueAt <= :now")
                .with(":state", OutboxItem.WAITING)
                .with(":now", OutboxItem.instant(now));
        return table.update(OutboxItem.key(id), update, free)
                .map(item -> new Claim(OutboxItem.message(item), token, (int) item.number("attempts"), until));
    }

    @Override
    public void delivered(Claim claim, Instant now) {
        // Without a date it leaves the index, which then holds only what somebody has to look at.
        change(
                claim,
                Expression.of("SET #state = :state, #deliveredAt = :now, #ttl = :ttl REMOVE #dueAt, #claim")
                        .with(":state", OutboxItem.DELIVERED)
                        .with(":now", OutboxItem.instant(now))
                        .with(":ttl", now.plus(KEPT).getEpochSecond()));
    }

    @Override
    public void postpone(Claim claim, Instant retryAt, String reason) {
        change(
                claim,
                Expression.of("SET #dueAt = :dueAt, #reason = :reason REMOVE #claim")
                        .with(":dueAt", OutboxItem.instant(retryAt))
                        .with(":reason", OutboxItem.reason(reason)));
    }

    @Override
    public void abandon(Claim claim, Instant now, String reason) {
        change(
                claim,
                Expression.of("SET #state = :state, #dueAt = :now, #reason = :reason REMOVE #claim")
                        .with(":state", OutboxItem.ABANDONED)
                        .with(":now", OutboxItem.instant(now))
                        .with(":reason", OutboxItem.reason(reason)));
    }

    private void change(Claim claim, Expression update) {
        answered(() -> table.update(OutboxItem.key(claim.message().id()), update, MINE.with(":claim", claim.token())));
    }

    @Override
    public OutboxState state() {
        return answered(() -> {
            long waiting = 0;
            @Nullable Instant oldest = null;
            Iterator<Item> items = table.query(inState(OutboxItem.WAITING)).iterator();
            while (items.hasNext()) {
                Instant created = Instant.parse(items.next().text("createdAt"));
                oldest = oldest == null || created.isBefore(oldest) ? created : oldest;
                waiting++;
            }
            return new OutboxState(waiting, oldest, table.count(inState(OutboxItem.ABANDONED)));
        });
    }

    @Override
    public List<Undelivered> undelivered(int limit) {
        return answered(
                () -> table.query(inState(OutboxItem.ABANDONED).newestFirst().by(limit))
                        .limit(limit)
                        .map(OutboxItem::undelivered)
                        .toList());
    }

    private static TableQuery inState(String state) {
        return TableQuery.of(Expression.of("#state = :state").with(":state", state))
                .in(INDEX);
    }

    private <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException failure) {
            throw new OutboxUnavailableException(failure.advice(), failure);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new OutboxUnavailableException(
                    "A message in table " + table.name() + " is not what was saved: " + e.getMessage()
                            + ". Look at the items whose state is waiting or abandoned, and delete what nobody wrote.",
                    e);
        }
    }
}
