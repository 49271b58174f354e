package io.jenkins.plugins.qualysfargate.engine.sweep;

/** What the history has of an image, from the best to the one that decides for an image of several platforms. */
public enum SweepState {
    /** A complete scan that is not too old. */
    CURRENT,
    /** Pushed a moment ago; its scan may still be on its way. */
    RECENT,
    /** A complete scan without a finding, where the scans before it had some, and none has confirmed it yet. */
    SUSPECT,
    /** Its complete scan is too old. */
    STALE,
    /** It was scanned, and never with a complete answer. */
    INDETERMINATE,
    /** No scan at all. */
    NEVER_SCANNED;

    /** True if it has to be scanned. */
    public boolean open() {
        return switch (this) {
            case CURRENT, RECENT -> false;
            case SUSPECT, STALE, INDETERMINATE, NEVER_SCANNED -> true;
        };
    }
}
