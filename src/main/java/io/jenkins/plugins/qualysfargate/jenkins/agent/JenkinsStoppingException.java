package io.jenkins.plugins.qualysfargate.jenkins.agent;

/** Jenkins is going down, so whatever an agent is asked gets no answer; the scan goes on when Jenkins is back. */
public final class JenkinsStoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JenkinsStoppingException(String what) {
        super("Tried to " + what + ", but Jenkins is stopping; it is tried again when Jenkins is back");
    }
}
