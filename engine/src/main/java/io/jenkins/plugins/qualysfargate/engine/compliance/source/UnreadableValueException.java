package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import java.io.IOException;

/** A field is there and does not hold what it should; names the field, quotes a bounded part of it and says what is expected. */
public final class UnreadableValueException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param expected completes "… is expected" */
    public UnreadableValueException(String field, String found, String expected) {
        super("its field " + field + " holds '" + ForeignText.quote(found) + "', and " + expected + " is expected");
    }
}
