package io.jenkins.plugins.qualysfargate.engine.qualys;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A gateway refused, or gave no answer that can be used; holds no secret. */
final class GatewayException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean refused;
    private final String situation;
    private final String howToFix;

    /** @param refused true if the gateway did answer, and the answer is no */
    GatewayException(boolean refused, String situation, String howToFix, @Nullable Throwable cause) {
        super(situation, cause);
        this.refused = refused;
        this.situation = situation;
        this.howToFix = howToFix;
    }

    boolean refused() {
        return refused;
    }

    /** What was attempted, where, and why it failed. */
    String situation() {
        return situation;
    }

    String howToFix() {
        return howToFix;
    }
}
