package io.jenkins.plugins.qualysfargate.engine.outbox;

import org.jspecify.annotations.Nullable;

/** A channel did not take a message. */
public final class UndeliverableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** @param passing true if it may well be taken later without anybody doing anything */
    public UndeliverableException(String message, boolean passing, @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** True if trying again may help. */
    public boolean passing() {
        return passing;
    }
}
