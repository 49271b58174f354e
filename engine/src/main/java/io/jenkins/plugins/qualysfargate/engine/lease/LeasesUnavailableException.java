package io.jenkins.plugins.qualysfargate.engine.lease;

import org.jspecify.annotations.Nullable;

/** The store of the leases cannot be reached, so it is not known whose anything is. */
public final class LeasesUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeasesUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
