package io.jenkins.plugins.qualysfargate.engine.push;

import org.jspecify.annotations.Nullable;

/** The queue does not do what it was asked to; the message names the queue and says what to do. */
public final class QueueUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** @param passing true if it may well work later without anybody doing anything */
    public QueueUnavailableException(String message, boolean passing, @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** True if trying again may help. */
    public boolean passing() {
        return passing;
    }
}
