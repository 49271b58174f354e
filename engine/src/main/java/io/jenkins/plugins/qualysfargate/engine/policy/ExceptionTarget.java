package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What an exception excuses: everything that is named must match. A target with a secret's rule excuses secrets only, any
 * other one excuses vulnerabilities only.
 *
 * @param cve upper case; null for any
 * @param rule a QID or another scanner's rule id; null for any
 * @param packages pattern of package names; null for any
 * @param secret rule id of a secret; null if this is about vulnerabilities
 * @param path pattern of the secret's path in the image; null for any
 */
public record ExceptionTarget(
        @Nullable String cve,
        @Nullable String rule,
        @Nullable Glob packages,
        @Nullable String secret,
        @Nullable Glob path) {

    /** @throws IllegalArgumentException if nothing is named, or vulnerabilities and secrets are mixed */
    public ExceptionTarget {
        boolean vulnerability = cve != null || rule != null || packages != null;
        if (vulnerability == (secret != null) || (path != null && secret == null)) {
            throw new IllegalArgumentException(
                    "an exception names a cve, a rule or a package, or else a secret with or without its path");
        }
    }

    boolean coversRule(String id) {
        return secret == null && (rule == null || rule.equals(id));
    }

    boolean coversPackage(String name) {
        return packages == null || packages.matches(name);
    }

    boolean covers(Secret found) {
        return secret != null && secret.equals(found.ruleId()) && (path == null || path.matches(found.path()));
    }
}
