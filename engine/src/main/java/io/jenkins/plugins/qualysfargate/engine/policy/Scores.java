package io.jenkins.plugins.qualysfargate.engine.policy;

import org.jspecify.annotations.Nullable;

/**
 * Limits on the scores that scanners give to findings.
 *
 * @param qds limit on the Qualys Detection Score, 1 to 100; null for none
 * @param cvss limit on the CVSS base score, 0 to 10; null for none
 */
public record Scores(@Nullable ScoreLimit qds, @Nullable ScoreLimit cvss) {

    /** No limit on any score. */
    public static final Scores UNLIMITED = new Scores(null, null);

    Scores tightenedBy(Scores other) {
        return new Scores(ScoreLimit.stricter(qds, other.qds), ScoreLimit.stricter(cvss, other.cvss));
    }
}
