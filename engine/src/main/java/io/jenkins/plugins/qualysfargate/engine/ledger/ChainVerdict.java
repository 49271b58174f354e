package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.util.function.Function;

/** Whether a journal is what was written. */
public sealed interface ChainVerdict {

    /**
     * Every link holds.
     *
     * @param entries how many were read
     * @param head where the journal ends
     */
    record Whole(long entries, JournalHead head) implements ChainVerdict {}

    /**
     * A link does not hold, and nothing that follows is worth anything.
     *
     * @param sequence of the first entry that is not what was written
     * @param reason what is wrong with it, in a sentence
     */
    record Broken(long sequence, String reason) implements ChainVerdict {}

    /** One of the two. */
    default <T> T fold(Function<Whole, T> whole, Function<Broken, T> broken) {
        if (this instanceof Whole it) {
            return whole.apply(it);
        }
        return broken.apply((Broken) this);
    }
}
