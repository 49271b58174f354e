package io.jenkins.plugins.qualysfargate.engine.outbox;

import org.jspecify.annotations.Nullable;

/** The store of the outbox cannot be reached or does not answer; what was saved is still there. */
public final class OutboxUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutboxUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
