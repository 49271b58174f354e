package io.jenkins.plugins.qualysfargate.engine.compliance;

import org.jspecify.annotations.Nullable;

/**
 * How much a run looked at.
 *
 * @param total targets that it should have looked at; null if the source did not say
 * @param scanned targets that it really scanned, dead hosts left out; null if the source did not say
 * @param progress grows whenever the run gets on, in whatever unit the source counts; null if the source did not say
 */
public record Reach(
        @Nullable Long total,
        @Nullable Long scanned,
        @Nullable Long progress) {
    /** The source said nothing. */
    public static final Reach UNSAID = new Reach(null, null, null);

    /** Of a source that counts no targets: a finished run looked at its one target. */
    public static final Reach WHOLE = new Reach(1L, 1L, 1L);
}
