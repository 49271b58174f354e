package io.jenkins.plugins.qualysfargate.engine.ledger;

/**
 * Where a journal ends; whoever knows it from elsewhere notices if the journal is cut off before it.
 *
 * @param sequence of the last entry; 0 if there is none
 * @param hash of the last entry; 64 zeros if there is none
 */
public record JournalHead(long sequence, String hash) {
    /** Of a journal without entries. */
    public static final JournalHead EMPTY = new JournalHead(0, "0".repeat(64));
}
