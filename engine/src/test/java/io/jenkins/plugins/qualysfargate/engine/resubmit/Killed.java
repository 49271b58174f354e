package io.jenkins.plugins.qualysfargate.engine.resubmit;

/** The process ends here. */
final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super("killed " + where);
    }
}
