package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.lease.Lease;
import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Leases in a DynamoDB table. An item stays when its lease is given back, because the token in it must go on growing; one
 * that nobody has touched for {@value #KEPT_DAYS} days is deleted by DynamoDB, and tokens start again above all earlier ones.
 */
public final class TableLeases implements Leases {
    static final int KEPT_DAYS = 90;

    private static final Expression TAKE = Expression.of(
            "SET #owner = :owner, #expiresAt = :until, #nonce = :nonce, #ttl = :ttl, #token = if_not_exists(#token, :base) + :one");
    private static final Expression FREE =
            Expression.of("attribute_not_exists(#leaseName) OR #expiresAt <= :now OR #nonce = :nonce");

    private final Table table;

    public TableLeases(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Lease> take(String name, String owner, Instant now, Duration length) {
        Instant until = now.plus(length);
        // An answer that is lost makes the SDK call again; by the nonce the second call knows the lease of the first
        // one.
        String nonce = UUID.randomUUID().toString();
        Expression update = TAKE.with(":owner", owner)
                .with(":until", until.toEpochMilli())
                .with(":nonce", nonce)
                .with(":ttl", until.plus(Duration.ofDays(KEPT_DAYS)).getEpochSecond())
                // Milliseconds, because nobody takes one lease a thousand times a second for months.
                .with(":base", now.toEpochMilli())
                .with(":one", 1);
        Expression free = FREE.with(":now", now.toEpochMilli()).with(":nonce", nonce);
        return answered(() -> table.update(key(name), update, free))
                .map(item -> new Lease(name, owner, item.number("token"), until));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration length) {
        Instant until = now.plus(length);
        Expression update = Expression.of("SET #expiresAt = :until, #ttl = :ttl")
                .with(":until", until.toEpochMilli())
                .with(":ttl", until.plus(Duration.ofDays(KEPT_DAYS)).getEpochSecond());
        Expression mine = Expression.of("#token = :token AND #expiresAt > :now")
                .with(":token", lease.token())
                .with(":now", now.toEpochMilli());
        return answered(() -> table.update(key(lease.name()), update, mine))
                .map(item -> new Lease(lease.name(), lease.owner(), lease.token(), until));
    }

    @Override
    public void release(Lease lease) {
        Expression mine = Expression.of("#token = :token").with(":token", lease.token());
        answered(() -> table.update(
                key(lease.name()), Expression.of("SET #expiresAt = :never").with(":never", 0), mine));
    }

    private static Item key(String name) {
        return Item.of("leaseName", name);
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException failure) {
            throw new LeasesUnavailableException(failure.advice(), failure);
        }
    }
}
