package io.jenkins.plugins.qualysfargate.engine.resubmit;

/** What was done about a request. */
public enum Did {
    /** A guard refuses. */
    REFUSED,
    /** A person has to agree first. */
    NEEDS_APPROVAL,
    /** It might be started, and was not, because the settings or the asker want it only said. */
    DRY_RUN,
    /** The source has accepted it; whether it scans is seen by the turns that follow. */
    LAUNCHED,
    /** Whether it was launched is not known; the turns that follow find out. */
    UNCLEAR,
    /** The source did not want it. */
    NOT_LAUNCHED
}
