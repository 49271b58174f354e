package io.jenkins.plugins.qualysfargate.engine.qscanner;

/** What the central policy said. */
public enum PolicyDecision {
    /** It was asked and is content. */
    ALLOW,
    /** It is not content; such an image never passes, whatever the report says. */
    DENY,
    /** It was asked and evaluated nothing, and the request accepts that. */
    AUDIT,
    /** It was not asked. */
    NONE
}
