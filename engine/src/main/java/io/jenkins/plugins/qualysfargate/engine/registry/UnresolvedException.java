package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution.Reason;

/** Ends a resolution from within; it becomes {@link Resolution.Unresolved} at the front door. */
final class UnresolvedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Verdict.Indeterminate verdict;
    private final Reason reason;

    private UnresolvedException(Verdict.Indeterminate verdict, Reason reason) {
        super(verdict.message());
        this.verdict = verdict;
        this.reason = reason;
    }

    UnresolvedException(Reason reason, String message, String howToFix) {
        this(new Verdict.Indeterminate(IndeterminateCause.IMAGE_UNRESOLVED, message, howToFix), reason);
    }

    UnresolvedException(String message, String howToFix) {
        this(Reason.OTHER, message, howToFix);
    }

    static UnresolvedException cancelled(String message, String howToFix) {
        return new UnresolvedException(
                new Verdict.Indeterminate(IndeterminateCause.CANCELLED, message, howToFix), Reason.OTHER);
    }

    Reason reason() {
        return reason;
    }

    Verdict.Indeterminate verdict() {
        return verdict;
    }
}
