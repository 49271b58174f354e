package io.jenkins.plugins.qualysfargate.engine.ledger;

/** Somebody else has written one of the documents since it was read; nothing of what goes together was saved. */
public final class LedgerConflictException extends Exception {
    private static final long serialVersionUID = 1L;

    public LedgerConflictException(String message) {
        super(message);
    }
}
