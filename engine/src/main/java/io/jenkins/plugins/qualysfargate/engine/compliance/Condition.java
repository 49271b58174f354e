package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a subject is that has a state instead of runs.
 *
 * @param subjectId see {@link Subject#id}
 * @param since when it came to be so, by the source; null if the source does not say, then it counts from when it was first seen
 * @param lastGood when it was last as it should be, by the source; null if the source does not say
 * @param reason what is wrong, in the words of the source; empty if it is well
 * @param howToFix what a person should do; empty if it is well
 */
public record Condition(
        String subjectId,
        Level level,
        @Nullable Instant since,
        @Nullable Instant lastGood,
        String reason,
        String howToFix) {

    /** How well it is. */
    public enum Level {
        HEALTHY,
        UNHEALTHY,
        /** The source itself cannot tell, or used a word that is not known here. */
        UNCLEAR,
        /** Nothing is owed, for the reason given. */
        NOT_APPLICABLE
    }
}
