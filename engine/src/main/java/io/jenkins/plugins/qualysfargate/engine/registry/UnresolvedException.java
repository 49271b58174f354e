package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;

/** Ends a resolution from within; it becomes {@link Resolution.Unresolved} at the front door. */
final class UnresolvedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Verdict.Indeterminate verdict;

    UnresolvedException(IndeterminateCause cause, String message, String howToFix) {
        super(message);
        this.verdict = new Verdict.Indeterminate(cause, message, howToFix);
    }

    UnresolvedException(String message, String howToFix) {
        this(IndeterminateCause.IMAGE_UNRESOLVED, message, howToFix);
    }

    Verdict.Indeterminate verdict() {
        return verdict;
    }
}
