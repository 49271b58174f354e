package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;

/** Gives the Qualys access token for one attempt; a token lives four hours, so so the source is asked before every attempt. */
@FunctionalInterface
public interface TokenSource {

    /**
     * A token that is valid now.
     *
     * @throws TokenUnavailableException if there is none to be had and a person can do something about it
     * @throws IOException saying what was attempted, if there is none to be had for another reason
     */
    Credential token() throws IOException, InterruptedException;

    /** Says that a scan failed and the last token may be why: a source that keeps tokens must not give it out again. */
    default void discard() {}

    /** Always the same token. */
    static TokenSource fixed(Credential token) {
        return () -> token;
    }
}
