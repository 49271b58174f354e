package io.jenkins.plugins.qualysfargate.engine.qscanner;

/**
 * How a run of the scanner came to its end.
 *
 * @param exitCode of any meaning only if it exited by itself
 * @param clean false if a process of it could not be stopped and may still write
 */
public record ProcessEnd(How how, int exitCode, boolean clean) {

    /** What ended it. */
    public enum How {
        EXITED,
        TIMED_OUT,
        CANCELLED
    }

    /** It exited by itself, and nothing of it is left. */
    public static ProcessEnd exited(int exitCode) {
        return new ProcessEnd(How.EXITED, exitCode, true);
    }
}
