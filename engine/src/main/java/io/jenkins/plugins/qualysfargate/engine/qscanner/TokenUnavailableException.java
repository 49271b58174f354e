package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no Qualys access token to be had, so no scanner was started; holds no secret. */
public final class TokenUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String situation;
    private final String howToFix;
    private final boolean refused;

    /**
     * @param situation what was attempted, where, and why it failed
     * @param howToFix what a person should do next
     */
    public TokenUnavailableException(String situation, String howToFix, @Nullable Throwable cause) {
        this(situation, howToFix, false, cause);
    }

    /** @param refused true if somebody looked at the login and said no, so that asking again changes nothing */
    public TokenUnavailableException(String situation, String howToFix, boolean refused, @Nullable Throwable cause) {
        super(situation + " " + howToFix, cause);
        this.situation = situation;
        this.howToFix = howToFix;
        this.refused = refused;
    }

    /** What was attempted, where, and why it failed. */
    public String situation() {
        return situation;
    }

    /** What a person should do next. */
    public String howToFix() {
        return howToFix;
    }

    /** True if somebody looked at the login and said no. */
    public boolean refused() {
        return refused;
    }

    /** What it makes of every image that was to be scanned. */
    public Verdict.Indeterminate verdict() {
        return new Verdict.Indeterminate(IndeterminateCause.SCANNER_UNAVAILABLE, situation, howToFix);
    }
}
