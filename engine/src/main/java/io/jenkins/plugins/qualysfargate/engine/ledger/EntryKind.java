package io.jenkins.plugins.qualysfargate.engine.ledger;

/** What kinds of documents there are. */
public enum EntryKind {
    /** What is remembered of one subject of one monitor. */
    TRACK,
    OCCURRENCE,
    /** What is remembered of one source: when it was seen last, how its logins went. */
    SOURCE,
    INCIDENT,
    /** A mute or a maintenance window that somebody opened. */
    PAUSE,
    /** An attempt to make up for a failed scan. */
    RESUBMISSION,
    /** What a channel must remember, for example the number of the issue that it opened. */
    DELIVERY,
    /** What is needed once, by name. */
    SETTING
}
