package io.jenkins.plugins.qualysfargate.engine.ledger;

/**
 * A note in its place in the chain.
 *
 * @param sequence counted from 1 without a gap
 * @param previousHash of the entry before; 64 zeros for the first one
 * @param hash SHA-256 in lower-case hex over all of it, see {@link JournalChain}
 */
public record JournalEntry(long sequence, JournalNote note, String previousHash, String hash) {

    /** The end of a journal whose last entry is this one. */
    public JournalHead head() {
        return new JournalHead(sequence, hash);
    }
}
