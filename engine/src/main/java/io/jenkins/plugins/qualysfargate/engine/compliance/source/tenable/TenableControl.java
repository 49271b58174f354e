package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

/** What can be done to a run that is under way; agent scans do not obey. */
public enum TenableControl {
    PAUSE("pause"),
    RESUME("resume"),
    STOP("stop");

    private final String word;

    TenableControl(String word) {
        this.word = word;
    }

    /** Last part of the address. */
    String word() {
        return word;
    }
}
