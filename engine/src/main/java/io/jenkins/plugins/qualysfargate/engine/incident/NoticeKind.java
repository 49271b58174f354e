package io.jenkins.plugins.qualysfargate.engine.incident;

/** What a message tells. */
public enum NoticeKind {
    OPENED,
    /** More fails than people were told. */
    GREW,
    /** The same fails, and worse. */
    WORSENED,
    /** Nobody acted, so others are told. */
    ESCALATED,
    /** Nobody acted, or who wanted to has not: the same people are told again. */
    REMINDER,
    /** Members were ticked off, muted or explained. */
    UPDATED,
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    MUTED,
    COMMENT,
    RESOLVED
}
