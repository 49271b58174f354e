package io.jenkins.plugins.qualysfargate.engine.threat;

import java.io.IOException;

/** A feed does not have the form that its publisher gives it. */
final class MalformedFeedException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedFeedException(String message) {
        super(message);
    }
}
