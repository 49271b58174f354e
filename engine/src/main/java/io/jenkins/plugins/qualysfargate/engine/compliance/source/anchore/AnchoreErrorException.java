package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;

/** Anchore answered, and the answer is no. */
public final class AnchoreErrorException extends BlindException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String message;

    AnchoreErrorException(int status, String message, String situation, String howToFix, boolean loginRefused) {
        super(situation, howToFix, loginRefused, null);
        this.status = status;
        this.message = message;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** In Anchore's words, one bounded line; empty if it gave none. */
    public String anchoreMessage() {
        return message;
    }

    /** True if login and address are right, and the user may not see this. */
    boolean forbidden() {
        return status == 403;
    }

    boolean missing() {
        return status == 404;
    }
}
