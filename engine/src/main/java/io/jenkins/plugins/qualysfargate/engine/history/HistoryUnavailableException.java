package io.jenkins.plugins.qualysfargate.engine.history;

import org.jspecify.annotations.Nullable;

/** The history cannot be opened, read or written just now; nothing is known of what it holds. */
public class HistoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was attempted, on which file, why it failed and what to do */
    public HistoryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
