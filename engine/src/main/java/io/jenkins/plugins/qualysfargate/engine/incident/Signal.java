package io.jenkins.plugins.qualysfargate.engine.incident;

/** What a message is to do to people. */
public enum Signal {
    /** Something new or worse, or nobody has acted: make them hear it. */
    PAGE,
    /** Somebody sees to it, or it is muted: pagers need not go on. */
    HUSH,
    /** Nothing fails any more. */
    END,
    /** Worth writing down, and not worth a noise. */
    NOTE
}
