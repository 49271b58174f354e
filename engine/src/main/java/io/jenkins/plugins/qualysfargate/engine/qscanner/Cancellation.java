package io.jenkins.plugins.qualysfargate.engine.qscanner;

/** Says whether somebody has asked to stop; it is asked several times a second while a scan runs. */
@FunctionalInterface
public interface Cancellation {
    /** Nobody ever asks to stop; interrupting the thread still does. */
    Cancellation NEVER = () -> false;

    boolean requested();
}
