package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.io.IOException;

/** A file of the proc file system that is not as the kernel writes it, or was cut; names the file's kind and the fault. */
public final class MalformedProcException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedProcException(String message) {
        super(message);
    }
}
