package io.jenkins.plugins.qualysfargate.engine.http;

/** A setting that no call can be made with; the message names the setting, its value and what is expected. */
public final class HttpConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public HttpConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }

    public HttpConfigurationException(String message) {
        super(message);
    }
}
