package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a source can be seen.
 *
 * @param asOf when it was last seen wholly
 * @param coversFrom what was created earlier may be missing in what was seen
 * @param blindBecause why it cannot be seen now, one sentence; null if it can
 * @param howToFix empty if it can be seen
 * @param skew by which its clock and ours differ, never negative
 */
public record Sight(
        Instant asOf, Instant coversFrom, @Nullable String blindBecause, String howToFix, Duration skew) {

    /** Of a whole answer. */
    public static Sight of(Observation seen) {
        Duration skew = seen.skew() == null ? Duration.ZERO : seen.skew().abs();
        return new Sight(seen.at(), seen.coversFrom(), null, "", skew);
    }

    /** The same when the source does not answer any more. */
    public Sight blind(String because, String fix) {
        return new Sight(asOf, coversFrom, because, fix, skew);
    }
}
