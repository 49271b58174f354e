package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A channel did not take a message. */
public final class UndeliverableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean worthRepeating;
    private final @Nullable Duration retryAfter;

    /**
     * @param worthRepeating true if the same message may be taken later, also after somebody mends something; false if the
     *     message itself is what is not taken
     */
    public UndeliverableException(String message, boolean worthRepeating, @Nullable Throwable cause) {
        super(message, cause);
        this.worthRepeating = worthRepeating;
        this.retryAfter = null;
    }

    /** A channel that may take the same message later, and says when at the earliest; null if it does not say. */
    public UndeliverableException(String message, @Nullable Duration retryAfter) {
        super(message);
        this.worthRepeating = true;
        this.retryAfter = retryAfter;
    }

    /** How long the channel wants to be left alone; null if it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public boolean worthRepeating() {
        return worthRepeating;
    }
}
