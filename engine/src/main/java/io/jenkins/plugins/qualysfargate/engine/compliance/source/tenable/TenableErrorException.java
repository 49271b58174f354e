package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;

/** Tenable.sc answered, and the answer is no. */
final class TenableErrorException extends BlindException {
    /** The answer held no code. */
    static final long NO_CODE = -1;

    private static final long serialVersionUID = 1L;
    /** Recorded: "This request contains an invalid token." */
    private static final long INVALID_TOKEN = 12;
    /** Recorded: the object does not exist. */
    private static final long NO_SUCH_OBJECT = 147;

    private final int status;
    private final long code;

    TenableErrorException(int status, long code, String situation, String howToFix) {
        super(situation, howToFix, false, null);
        this.status = status;
        this.code = code;
    }

    /** Who asked is not known here any more, or never was. */
    boolean loginInvalid() {
        return code == INVALID_TOKEN || status == 401;
    }

    /** HTTP 403 is the answer to a missing object too. */
    boolean missing() {
        return code == NO_SUCH_OBJECT;
    }

    /** Who asks is known, and may not see this. */
    boolean forbidden() {
        return status == 403 && code != NO_CODE && !loginInvalid();
    }

    /** The server itself says that it did not do what it was asked to. */
    boolean nothingDone() {
        return status == 429 || (status < 500 && code != NO_CODE);
    }

    /** Somebody looked at the login and said no; a server in trouble or at another address did not look at it. */
    boolean refusesLogin() {
        boolean inTrouble = status >= 500 || status == 429;
        return !inTrouble && (code != NO_CODE || status == 401 || status == 403);
    }
}
