package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.SortableTime;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A document as an item and back. A kind has sixteen partitions, so that no start of a tick meets one alone; in them its
 * documents stand by the hash of their id, because an id may be longer than a sort key of DynamoDB.
 */
final class EntryItem {
    static final String PK = "pk";
    static final String SK = "sk";
    static final String NONCE = "nonce";
    /** Of an index by {@code state}, which also names the kind, and {@code at}. */
    static final String BY_STATE = "state-at-index";

    private static final String SEPARATOR = "#";
    private static final int PARTITIONS = 16;

    private EntryItem() {}

    static Item key(EntryKey key) {
        return Item.of(PK, partition(key)).with(SK, sk(key.id(), key.sort()));
    }

    private static String partition(EntryKey key) {
        return partition(key.kind(), key.id());
    }

    static String partition(EntryKind kind, String id) {
        return kind + SEPARATOR + hash(id).charAt(0);
    }

    /** All of a kind, in their order. */
    static List<String> partitions(EntryKind kind) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(i -> kind + SEPARATOR + Integer.toHexString(i))
                .toList();
    }

    static String sk(String id, String sort) {
        return hash(id) + SEPARATOR + sort;
    }

    /** After every sort key of this id. */
    static String afterAll(String id) {
        return hash(id) + (char) (SEPARATOR.charAt(0) + 1);
    }

    private static String hash(String id) {
        return HexFormat.of().formatHex(BoundedText.sha256().digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    static String state(EntryKind kind, String state) {
        return kind + SEPARATOR + state;
    }

    /** As it is stored after a save. */
    static Item saved(Entry entry, String nonce) {
        Item item = key(entry.key())
                .with("kind", entry.key().kind().name())
                .with("id", entry.key().id())
                .with("sort", entry.key().sort())
                .with("version", entry.version() + 1)
                .with("state", state(entry.key().kind(), entry.state()))
                .with("at", SortableTime.of(entry.at()))
                .with("document", entry.document())
                .with(NONCE, nonce);
        return entry.expires() == null ? item : item.with("ttl", entry.expires().getEpochSecond());
    }

    static Entry entry(Item item) {
        EntryKind kind = EntryKind.valueOf(item.text("kind"));
        return new Entry(
                new EntryKey(kind, item.text("id"), item.text("sort")),
                item.number("version"),
                item.text("state").substring(kind.name().length() + SEPARATOR.length()),
                Instant.parse(item.text("at")),
                item.text("document"),
                item.has("ttl") ? Instant.ofEpochSecond(item.number("ttl")) : null);
    }

    /** That what is stored is the version that a document names; DynamoDB deletes late what has expired. */
    static Expression unchanged(Entry entry, Instant now) {
        return entry.version() == 0
                ? Expression.of("attribute_not_exists(#pk) OR #ttl <= :now").with(":now", now.getEpochSecond())
                : current(now).and(Expression.of("#version = :version").with(":version", entry.version()));
    }

    static Expression current(Instant now) {
        return Expression.of("attribute_not_exists(#ttl) OR #ttl > :now").with(":now", now.getEpochSecond());
    }
}
