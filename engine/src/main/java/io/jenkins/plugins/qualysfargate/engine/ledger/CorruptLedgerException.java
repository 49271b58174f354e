package io.jenkins.plugins.qualysfargate.engine.ledger;

import org.jspecify.annotations.Nullable;

/** Something that the ledger keeps is not what was saved, so nothing may be concluded from it. */
public class CorruptLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong, as the rest of a sentence that begins with where
     * @param where file, row or item that was read
     */
    public CorruptLedgerException(String what, String where, @Nullable Throwable cause) {
        super(
                "Tried to read the compliance ledger, but " + where + " " + what
                        + ". Nothing is concluded from it: restore the ledger from a backup.",
                cause);
    }
}
