package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.Locale;

/** How urgent a failing monitor is; the words are those of PagerDuty's Events API v2. */
public enum Urgency {
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    /** The more urgent one of both. */
    public Urgency or(Urgency other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** As it is written in messages: in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
