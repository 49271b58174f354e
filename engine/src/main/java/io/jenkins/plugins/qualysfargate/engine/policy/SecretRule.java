package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;

/**
 * How many secrets a policy tolerates in an image.
 *
 * @param minimumSeverity milder ones do not count; one of unknown severity always counts
 */
public record SecretRule(Limit max, Severity minimumSeverity) {

    /** Tolerates no secret at all. */
    public static final SecretRule NONE = new SecretRule(Limit.NONE, Severity.INFORMATIONAL);

    boolean counts(Secret secret) {
        return secret.severity() == Severity.UNKNOWN || secret.severity().isAtLeast(minimumSeverity);
    }

    SecretRule tightenedBy(SecretRule other) {
        Severity milder = minimumSeverity.isAtLeast(other.minimumSeverity) ? other.minimumSeverity : minimumSeverity;
        return new SecretRule(max.tightenedBy(other.max), milder);
    }
}
