package io.jenkins.plugins.qualysfargate.engine.incident;

/** How urgent a failing monitor is; the words are those of PagerDuty's Events API v2. */
public enum Urgency {
    INFO,
    WARNING,
    ERROR,
    CRITICAL
}
