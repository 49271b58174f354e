package io.jenkins.plugins.qualysfargate.sidecar.tracer;

/** More happens than can be followed; the tracer lets go, so that the application does not wait for it. */
final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverloadException() {
        super("more processes and threads are started than can be followed without holding them up");
    }
}
