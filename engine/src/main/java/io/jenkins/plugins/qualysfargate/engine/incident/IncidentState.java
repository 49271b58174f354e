package io.jenkins.plugins.qualysfargate.engine.incident;

/** How it stands with an incident. */
public enum IncidentState {
    /** It is on record, and nobody is paged: all of it is muted, explained, or waits to be resolved. */
    QUIET,
    OPEN,
    /** Somebody sees to it. */
    ACKED,
    /** The first people who were told did not answer, and others were told. */
    ESCALATED,
    RESOLVED
}
