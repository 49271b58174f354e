package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;

/** Gives the Qualys access token for one attempt; a token lives four hours, so it is asked again before every retry. */
@FunctionalInterface
public interface TokenSource {

    /**
     * A token that is valid now.
     *
     * @throws IOException saying what was attempted, if there is none to be had
     */
    Credential token() throws IOException, InterruptedException;

    /** Always the same token. */
    static TokenSource fixed(Credential token) {
        return () -> token;
    }
}
