package io.jenkins.plugins.qualysfargate.engine.compliance;

/** How far a run has come, by the word of its source. */
public enum RunState {
    /** Accepted, not begun. */
    QUEUED,
    RUNNING,
    PAUSED,
    COMPLETED,
    /** Ended before it had scanned everything. */
    PARTIAL,
    FAILED,
    /** Ended by somebody. */
    STOPPED,
    /** The source used a word that is not known here. */
    UNRECOGNISED;

    /** True if it may still change by itself. */
    public boolean active() {
        return this == QUEUED || this == RUNNING || this == PAUSED;
    }
}
