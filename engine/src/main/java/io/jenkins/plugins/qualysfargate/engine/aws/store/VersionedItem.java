package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document whose writers notice each other.
 *
 * @param key value of the table's partition key
 * @param sortKey value of the table's sort key; null for a table that has none
 * @param version 0 for one that is not stored yet; grows with every write
 * @param state by which it is found
 * @param due by which those of one state are ordered, unless the sort key of the table is that already
 * @param document what it is about, for example JSON; far below 400 KB
 * @param expires when DynamoDB may delete it; null for never
 */
public record VersionedItem(
        String key,
        @Nullable String sortKey,
        long version,
        String state,
        Instant due,
        String document,
        @Nullable Instant expires) {

    /** The same with another state, date and document, to be written over this version. */
    public VersionedItem changed(String otherState, Instant otherDue, String otherDocument) {
        return new VersionedItem(key, sortKey, version, otherState, otherDue, otherDocument, expires);
    }
}
