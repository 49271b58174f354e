package io.jenkins.plugins.qualysfargate.engine.incident;

/** Whether people hear of a member. */
public enum Hearing {
    AUDIBLE,
    /** A mute holds; people hear of it when that ends. */
    MUTED,
    /** Something else explains it, and people hear of that. */
    EXPLAINED
}
