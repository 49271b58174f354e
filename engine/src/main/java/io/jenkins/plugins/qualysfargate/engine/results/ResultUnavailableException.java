package io.jenkins.plugins.qualysfargate.engine.results;

import java.nio.file.Path;

/** A stored result cannot be shown: it is not there, not whole, or not of this version. There is no answer, which is no pass. */
public final class ResultUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String attempted;
    private final String file;
    private final String why;
    private final String howToFix;

    /**
     * @param attempted for example {@code read the stored verdict}
     * @param why a sentence that names no directory, so that a page may show it
     * @param howToFix what a person should do next
     */
    public ResultUnavailableException(String attempted, Path file, String why, String howToFix) {
        super("Could not " + attempted + " in " + file + ": " + why + " " + howToFix);
        this.attempted = attempted;
        this.file = file.toString();
        this.why = why;
        this.howToFix = howToFix;
    }

    public String attempted() {
        return attempted;
    }

    /** With its directory, which is nothing for a page. */
    public String file() {
        return file;
    }

    public String why() {
        return why;
    }

    public String howToFix() {
        return howToFix;
    }
}
