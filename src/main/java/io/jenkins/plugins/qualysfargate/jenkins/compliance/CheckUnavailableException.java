package io.jenkins.plugins.qualysfargate.jenkins.compliance;

/** Nobody can look, or do anything about what was found; the message says why, and what to do. */
public final class CheckUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public CheckUnavailableException(String message) {
        super(message);
    }
}
