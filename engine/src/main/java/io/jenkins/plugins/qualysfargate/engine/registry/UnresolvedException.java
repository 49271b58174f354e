package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution.Reason;

/** Ends a resolution from within; it becomes {@link Resolution.Unresolved} at the front door. */
final class UnresolvedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Verdict.Indeterminate verdict;
    private final Reason reason;
    private final int status;

    private UnresolvedException(Verdict.Indeterminate verdict, Reason reason, int status) {
        super(verdict.message());
        this.verdict = verdict;
        this.reason = reason;
        this.status = status;
    }

    /** Because of what the registry answered. */
    static UnresolvedException refused(int status, String message, String howToFix) {
        return new UnresolvedException(
                new Verdict.Indeterminate(IndeterminateCause.IMAGE_UNRESOLVED, message, howToFix),
                RegistrySession.reason(status),
                status);
    }

    UnresolvedException(Reason reason, String message, String howToFix) {
        this(new Verdict.Indeterminate(IndeterminateCause.IMAGE_UNRESOLVED, message, howToFix), reason, 0);
    }

    UnresolvedException(String message, String howToFix) {
        this(Reason.OTHER, message, howToFix);
    }

    static UnresolvedException cancelled(String message, String howToFix) {
        return new UnresolvedException(
                new Verdict.Indeterminate(IndeterminateCause.CANCELLED, message, howToFix), Reason.OTHER, 0);
    }

    /** The status of the answer that refused; 0 if there was none. */
    int status() {
        return status;
    }

    Reason reason() {
        return reason;
    }

    Verdict.Indeterminate verdict() {
        return verdict;
    }
}
