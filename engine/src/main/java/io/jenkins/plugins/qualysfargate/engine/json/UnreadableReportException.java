package io.jenkins.plugins.qualysfargate.engine.json;

import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;

/** A scanner's file is no complete, well-formed report; carries what a person should do about it. */
public final class UnreadableReportException extends IOException {
    private static final long serialVersionUID = 1;

    private final IndeterminateCause reason;
    private final String howToFix;

    /** @param message names the file, the place in it and what is wrong there */
    public UnreadableReportException(IndeterminateCause reason, String message, String howToFix) {
        super(message);
        this.reason = reason;
        this.howToFix = howToFix;
    }

    public IndeterminateCause reason() {
        return reason;
    }

    /** What a person should do next. */
    public String howToFix() {
        return howToFix;
    }

    /** The same as a value. */
    public Evidence toEvidence() {
        return Evidence.incomplete(reason, String.valueOf(getMessage()), howToFix);
    }
}
