package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.time.Instant;

/**
 * Something that is to be on record.
 *
 * @param actor who did it: a user id, or {@code system}; 1 to 256 characters
 * @param action one of the words that {@code docs/user/evidence.md} explains, for example {@code acknowledge}; 1 to 64 characters
 * @param about the monitor, incident or message that it is about; up to 1,000 characters
 * @param document JSON with what else there is to know, below 200,000 bytes; no secret in it
 */
public record JournalNote(Instant at, String actor, String action, String about, String document) {
    /** Who did what nobody did. */
    public static final String SYSTEM = "system";

    /** @throws IllegalArgumentException if a store could not keep it */
    public JournalNote {
        at = Limits.time("the time of a note", at);
        actor = Limits.text("an actor", actor, 1, 256);
        action = Limits.text("an action", action, 1, 64);
        about = Limits.text("what a note is about", about, 0, 1_000);
        document = Limits.document(document);
    }
}
