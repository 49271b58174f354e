package io.jenkins.plugins.qualysfargate.engine.compliance;

/** How a subject of a monitor stands, over its occurrences. */
public enum MonitorState {
    /** Nothing was due yet. */
    NEW,
    UP,
    LATE,
    RUNNING,
    OVERRUN,
    /** Something is wrong, and not often enough yet to tell people. */
    DEGRADED,
    DOWN,
    UNKNOWN,
    PAUSED
}
