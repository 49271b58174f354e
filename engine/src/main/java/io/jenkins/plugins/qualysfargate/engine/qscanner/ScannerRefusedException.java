package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;

/** The scanner could not be fetched, or is not what it must be; nothing was made executable. */
public final class ScannerRefusedException extends IOException {
    private final String howToFix;

    /**
     * @param message what was attempted, on what, and why it failed
     * @param howToFix what a person should do next
     */
    public ScannerRefusedException(String message, String howToFix) {
        super(message);
        this.howToFix = howToFix;
    }

    /** As above, with what caused it. */
    public ScannerRefusedException(String message, String howToFix, Throwable cause) {
        super(message, cause);
        this.howToFix = howToFix;
    }

    public String howToFix() {
        return howToFix;
    }
}
