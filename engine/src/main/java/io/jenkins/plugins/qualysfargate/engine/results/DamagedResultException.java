package io.jenkins.plugins.qualysfargate.engine.results;

import java.io.IOException;

/** A file of a stored result is not what was written; the message is a sentence about it that names no file. */
final class DamagedResultException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedResultException(String message) {
        super(message);
    }
}
