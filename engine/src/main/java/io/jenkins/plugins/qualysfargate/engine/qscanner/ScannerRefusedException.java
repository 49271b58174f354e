package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The scanner could not be fetched, or is not what it must be; nothing was started. */
public final class ScannerRefusedException extends IOException {
    private final String situation;
    private final String howToFix;

    /**
     * @param situation what was attempted, on what, and why it failed
     * @param howToFix what a person should do next
     */
    public ScannerRefusedException(String situation, String howToFix, @Nullable Throwable cause) {
        super(situation + " " + howToFix, cause);
        this.situation = situation;
        this.howToFix = howToFix;
    }

    /** What it makes of every image that was to be scanned. */
    public Verdict.Indeterminate verdict() {
        return new Verdict.Indeterminate(IndeterminateCause.SCANNER_UNAVAILABLE, situation, howToFix);
    }
}
