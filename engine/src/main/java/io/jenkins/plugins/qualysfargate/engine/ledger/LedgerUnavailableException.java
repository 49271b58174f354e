package io.jenkins.plugins.qualysfargate.engine.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be opened, read or written just now; nothing is known of what it holds. */
public class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was attempted, on what, why it failed and what to do */
    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
