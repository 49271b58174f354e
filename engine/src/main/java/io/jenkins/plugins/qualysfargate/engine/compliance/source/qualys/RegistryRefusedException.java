package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;

/** The platform answered, and the answer is no. */
final class RegistryRefusedException extends BlindException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RegistryRefusedException(int status, String situation, String howToFix, boolean loginRefused) {
        super(situation, howToFix, loginRefused, null);
        this.status = status;
    }

    /** True if the login is right and may not see this. */
    boolean forbidden() {
        return status == 403;
    }
}
