package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Documents in one table that are found by key, or by state in the order of their dates, and that nobody overwrites without
 * having seen them. Every method throws {@link AwsException}, or {@link IllegalArgumentException} for an item that nobody
 * wrote here.
 */
public final class VersionedItems {
    private final Table table;
    private final String partition;
    private final @Nullable String sort;
    private final TableShape.Index index;

    /** @param shape of the table; it has an index by state */
    public VersionedItems(Table table, TableShape shape) {
        this.table = table;
        this.partition = shape.keys().get(0).name();
        this.sort = shape.keys().size() > 1 ? shape.keys().get(1).name() : null;
        this.index = shape.indexes().get(0);
    }

    /** @param sortKey null for a table that has none */
    public Optional<VersionedItem> get(String key, @Nullable String sortKey) {
        return table.get(key(key, sortKey)).map(this::read);
    }

    /**
     * Writes a document over the version that it names.
     *
     * @return the version that is stored now; empty if somebody else has written since, and nothing is written
     */
    public Optional<VersionedItem> put(VersionedItem item) {
        // By the nonce a repeated call knows what the one before wrote, if only its answer was lost.
        String nonce = UUID.randomUUID().toString();
        Expression unchanged = item.version() == 0
                ? Expression.of("attribute_not_exists(#" + partition + ") OR #nonce = :nonce")
                : Expression.of("#version = :version OR #nonce = :nonce").with(":version", item.version());
        VersionedItem next = new VersionedItem(
                item.key(),
                item.sortKey(),
                item.version() + 1,
                item.state(),
                item.due(),
                item.document(),
                item.expires());
        return table.put(write(next).with("nonce", nonce), unchanged.with(":nonce", nonce))
                ? Optional.of(next)
                : Optional.empty();
    }

    /**
     * Those of a state, the earliest date first. The index shows changes a moment late; a {@link #put} over an outdated
     * version is refused.
     *
     * @param upTo only those whose date is then or earlier; null for all
     */
    public List<VersionedItem> inState(String state, @Nullable Instant upTo, int limit) {
        Expression key = Expression.of("#state = :state").with(":state", state);
        if (upTo != null) {
            key = Expression.of("#state = :state AND #" + index.sort().name() + " <= :upTo")
                    .with(":state", state)
                    .with(":upTo", SortableTime.of(upTo));
        }
        return table.query(TableQuery.of(key).in(index.name()).by(limit))
                .limit(limit)
                .map(this::read)
                .toList();
    }

    private Item key(String key, @Nullable String sortKey) {
        return sort == null ? Item.of(partition, key) : Item.of(partition, key).with(sort, sortKey);
    }

    private Item write(VersionedItem item) {
        Item written = key(item.key(), item.sortKey())
                .with("version", item.version())
                .with("state", item.state())
                .with("document", item.document());
        if (!index.sort().name().equals(sort)) {
            written = written.with(index.sort().name(), SortableTime.of(item.due()));
        }
        return item.expires() == null
                ? written
                : written.with("ttl", item.expires().getEpochSecond());
    }

    private VersionedItem read(Item item) {
        return new VersionedItem(
                item.text(partition),
                sort == null ? null : item.text(sort),
                item.number("version"),
                item.text("state"),
                Instant.parse(item.text(index.sort().name())),
                item.text("document"),
                item.has("ttl") ? Instant.ofEpochSecond(item.number("ttl")) : null);
    }
}
