package io.jenkins.plugins.qualysfargate.cli;

/** The user asked for something that cannot be done; the message says what and what to do instead. Exit status 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
