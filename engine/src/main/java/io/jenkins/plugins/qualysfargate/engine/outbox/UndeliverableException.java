package io.jenkins.plugins.qualysfargate.engine.outbox;

import org.jspecify.annotations.Nullable;

/** A channel did not take a message. */
public final class UndeliverableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean worthRepeating;

    /**
     * @param worthRepeating true if the same message may be taken later, also after somebody mends something; false if the
     *     message itself is what is not taken
     */
    public UndeliverableException(String message, boolean worthRepeating, @Nullable Throwable cause) {
        super(message, cause);
        this.worthRepeating = worthRepeating;
    }

    public boolean worthRepeating() {
        return worthRepeating;
    }
}
