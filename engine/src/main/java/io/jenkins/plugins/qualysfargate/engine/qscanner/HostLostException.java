package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The machine that the scanner ran on does not answer, so nobody knows how its scan ended. */
public final class HostLostException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String situation;
    private final String howToFix;

    /**
     * @param situation what was attempted, on which machine, and why it failed
     * @param howToFix what a person should do next
     */
    public HostLostException(String situation, String howToFix, @Nullable Throwable cause) {
        super(situation + " " + howToFix, cause);
        this.situation = situation;
        this.howToFix = howToFix;
    }

    /** What it makes of the image that was being scanned. */
    public Verdict.Indeterminate verdict() {
        return new Verdict.Indeterminate(IndeterminateCause.HOST_LOST, situation, howToFix);
    }
}
