package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.time.Instant;

/**
 * Something that is to be on record.
 *
 * @param actor who did it: a user id, or {@code system}
 * @param action one of the words that {@code docs/user/evidence.md} explains, for example {@code acknowledge}
 * @param about the monitor, incident or message that it is about
 * @param document JSON with what else there is to know, below 200,000 bytes; no secret in it
 */
public record JournalNote(Instant at, String actor, String action, String about, String document) {}
