package io.jenkins.plugins.qualysfargate.engine.sweep;

import org.jspecify.annotations.Nullable;

/** The registry does not say what it holds; the message names it and says what to do. */
public final class CatalogueUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogueUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
