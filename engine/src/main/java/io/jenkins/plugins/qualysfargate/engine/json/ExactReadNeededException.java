package io.jenkins.plugins.qualysfargate.engine.json;

import java.io.IOException;

/** A text that would be skipped may be over the limit; the document is read again with every text examined. */
final class ExactReadNeededException extends IOException {
    private static final long serialVersionUID = 1;

    ExactReadNeededException() {
        super("Skipped a text that may be over the limit: read the document again with every text examined");
    }
}
