package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document whose writers notice each other.
 *
 * @param version that was read; 0 for one that is not stored yet
 * @param state by which it is found, 1 to 32 characters
 * @param at by which those of one state are ordered
 * @param document JSON, below 200,000 bytes
 * @param expires when the store may forget it; null for never
 */
public record Entry(
        EntryKey key,
        long version,
        String state,
        Instant at,
        String document,
        @Nullable Instant expires) {

    /** The same with another content, to be written over this version. */
    public Entry changed(String otherState, Instant otherAt, String otherDocument) {
        return new Entry(key, version, otherState, otherAt, otherDocument, expires);
    }
}
