package io.jenkins.plugins.qualysfargate.engine.aws.original;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The original scanner's cached results. One without a status is its own, and says no more than its objects do. */
public final class OriginalCache {
    private final Table table;
    private final Clock clock;

    public OriginalCache(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** A cached result and what to think of it. */
    public record Cached(Digest digest, Instant scannedAt, OriginalNumbers numbers, Assessment assessment) {}

    /**
     * The original scanner's result of a digest; empty if there is none, if its time is over (DynamoDB deletes late), or if
     * it is one of ours.
     *
     * @throws IllegalArgumentException if the item is none that the original scanner writes
     */
    public Optional<Cached> find(Digest digest) {
        Optional<Item> item = table.get(Item.of("imageDigest", digest.value()))
                .filter(each -> !each.has("status"))
                .filter(each -> each.number("ttl") > clock.instant().getEpochSecond());
        try {
            return item.map(each -> read(digest, each));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("attribute scannedAt is no time", e);
        }
    }

    private static Cached read(Digest digest, Item item) {
        Item results = item.map("scanResults");
        Map<String, Long> numbers = new HashMap<>();
        for (Map.Entry<String, AttributeValue> each : results.values().entrySet()) {
            if (each.getValue().n() != null) {
                numbers.put(each.getKey(), results.number(each.getKey()));
            } else if (each.getKey().equals("findings") && each.getValue().hasL()) {
                numbers.put("findings", (long) each.getValue().l().size());
            }
        }
        OriginalNumbers read = OriginalJson.numbers(numbers);
        return new Cached(digest, OriginalJson.instant(item.text("scannedAt")), read, Assessment.of(read, null));
    }
}
