package io.jenkins.plugins.qualysfargate.engine.runtime;

import org.jspecify.annotations.Nullable;

/** Runtime events cannot be read, so nothing may be concluded from there being none. */
public final class RuntimeEventsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuntimeEventsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
