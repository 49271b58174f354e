package io.jenkins.plugins.qualysfargate.engine.aws.outbox;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Answers;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Transaction;
import io.jenkins.plugins.qualysfargate.engine.outbox.Claim;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.Undelivered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * The outbox in a DynamoDB table. Messages are found through an index, which shows them a moment late, and claimed on the
 * item itself, so that only one caller gets them. A claimed message is due again when its lease ends.
 */
public final class TableOutbox implements Outbox {
    /** For how long a message that was delivered can be looked up, and is not taken for a new one. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String INDEX = "state-dueAt-index";
    private static final int MOST_CANDIDATES = 100;
    private static final Comparator<OutboxMessage> OLDEST_FIRST =
            Comparator.comparing(OutboxMessage::createdAt).thenComparing(OutboxMessage::id);

    private final Table table;
    private final Answers answers;
    private final Clock clock;

    /** @param answers gives failures the exceptions of the store of changes that the outbox belongs to */
    public TableOutbox(Table table, Answers answers, Clock clock) {
        this.table = table;
        this.answers = answers;
        this.clock = clock;
    }

    /** Adds to a transaction that this message waits; the write is refused if the message is there already. */
    public void save(OutboxMessage message, Transaction transaction) {
        transaction.put(table, OutboxItem.waiting(message), Expression.of("attribute_not_exists(#messageId)"));
    }

    @Override
    public List<Claim> claim(String channel, Instant now, Duration lease, int limit) {
        return answers.of(() -> {
            Expression due = inState(OutboxItem.WAITING, " AND #dueAt <= :now").with(":now", OutboxItem.instant(now));
            // More than wanted, because others may be faster with some of them.
            Iterator<Item> candidates = table.query(TableQuery.of(due)
                            .in(INDEX)
                            .where(Expression.of("#channel = :channel").with(":channel", channel))
                            .by(MOST_CANDIDATES))
                    .iterator();
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
        // By the token a repeated call knows the claim of the one before, if only its answer was lost.
        Expression free = inState(OutboxItem.WAITING, " AND (#dueAt <= :now OR #claim = :claim)")
                .with(":now", OutboxItem.instant(now))
                .with(":claim", token);
        return table.update(OutboxItem.key(id), update, free).map(item -> claimed(item, token, until));
    }

    private Claim claimed(Item item, String token, Instant until) {
        return answers.reading(
                "message " + item.text("messageId"),
                () -> new Claim(OutboxItem.message(item), token, (int) item.number("attempts"), until));
    }

    // Without a date it leaves the index, which then holds only what somebody has to look at.
    @Override
    public void delivered(Claim claim) {
        change(
                claim,
                Expression.of("SET #state = :state, #ttl = :ttl REMOVE #dueAt, #claim")
                        .with(":state", OutboxItem.DELIVERED)
                        .with(":ttl", clock.instant().plus(KEPT).getEpochSecond()));
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
                Expression.of("SET #state = :state, #dueAt = :now, #givenUpAt = :now, #reason = :reason REMOVE #claim")
                        .with(":state", OutboxItem.ABANDONED)
                        .with(":now", OutboxItem.instant(now))
                        .with(":reason", OutboxItem.reason(reason)));
    }

    private void change(Claim claim, Expression update) {
        Expression mine = Expression.of("#claim = :mine").with(":mine", claim.token());
        answers.of(() -> table.update(OutboxItem.key(claim.message().id()), update, mine));
    }

    @Override
    public List<OutboxMessage> waiting(int limit) {
        return answers.of(() -> {
            PriorityQueue<OutboxMessage> oldest = new PriorityQueue<>(OLDEST_FIRST.reversed());
            Iterator<Item> items = table.query(
                            TableQuery.of(inState(OutboxItem.WAITING, "")).in(INDEX))
                    .iterator();
            while (items.hasNext()) {
                Item item = items.next();
                oldest.add(answers.reading("message " + item.text("messageId"), () -> OutboxItem.message(item)));
                if (oldest.size() > limit) {
                    oldest.remove();
                }
            }
            return oldest.stream().sorted(OLDEST_FIRST).toList();
        });
    }

    @Override
    public List<Undelivered> undelivered(int limit) {
        return answers.of(() -> table.query(TableQuery.of(inState(OutboxItem.ABANDONED, ""))
                        .in(INDEX)
                        .newestFirst()
                        .by(limit))
                .limit(limit)
                .map(item -> answers.reading("message " + item.text("messageId"), () -> OutboxItem.undelivered(item)))
                .toList());
    }

    private static Expression inState(String state, String more) {
        return Expression.of("#state = :is" + more).with(":is", state);
    }
}
