package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document whose writers notice each other.
 *
 * @param version that was read; 0 for one that is not stored yet
 * @param state by which it is found, 1 to 32 characters
 * @param at by which those of one state are ordered; its year has four digits
 * @param document JSON, below 200,000 bytes
 * @param expires after that it counts as not stored, and the store may delete it; whole seconds; null for never
 */
public record Entry(
        EntryKey key,
        long version,
        String state,
        Instant at,
        String document,
        @Nullable Instant expires) {

    /** @throws IllegalArgumentException if a store could not keep it */
    public Entry {
        if (version < 0) {
            throw new IllegalArgumentException("Version " + version + " of " + key + " is below 0.");
        }
        state = Limits.text("a state", state, 1, 32);
        at = Limits.time("the time", at);
        document = Limits.document(document);
        // DynamoDB deletes by seconds.
        expires = expires == null
                ? null
                : Instant.ofEpochSecond(Limits.time("the end", expires).getEpochSecond());
    }

    /** The same with another content, to be written over this version. */
    public Entry changed(String otherState, Instant otherAt, String otherDocument) {
        return new Entry(key, version, otherState, otherAt, otherDocument, expires);
    }

    /** The same to expire at another time. */
    public Entry until(@Nullable Instant otherEnd) {
        return new Entry(key, version, state, at, document, otherEnd);
    }

    /** As it is stored after a save. */
    public Entry saved() {
        return new Entry(key, version + 1, state, at, document, expires);
    }

    /** True if it counts as not stored any more. */
    public boolean expired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }
}
