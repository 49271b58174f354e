package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source gave no whole answer, so nothing is known of what it scans; its message says what, where and why, without secrets. */
public class BlindException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String situation;
    private final String howToFix;
    private final boolean loginRefused;

    /**
     * @param situation what was attempted, on what, and why it failed
     * @param howToFix what a person should do
     * @param loginRefused true if asking again may lock an account
     */
    public BlindException(String situation, String howToFix, boolean loginRefused, @Nullable Throwable cause) {
        super(situation, cause);
        this.situation = situation;
        this.howToFix = howToFix;
        this.loginRefused = loginRefused;
    }

    public final String situation() {
        return situation;
    }

    public final String howToFix() {
        return howToFix;
    }

    public final boolean loginRefused() {
        return loginRefused;
    }

    /** What a look ends as. */
    public final Look.Blind blind(String sourceId, Instant at) {
        return new Look.Blind(sourceId, at, situation, howToFix, loginRefused);
    }
}
