package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.function.Function;

/** What came of looking at a source: a whole answer, or none and why. */
public sealed interface Look {

    /** The source answered wholly. */
    record Seen(Observation observation) implements Look {}

    /**
     * The source did not answer, or not wholly.
     *
     * @param at when the look began
     * @param reason what was attempted, on what, and why it failed; no secret in it
     * @param howToFix what a person should do
     * @param loginRefused true if asking again may lock an account
     */
    record Blind(String sourceId, Instant at, String reason, String howToFix, boolean loginRefused) implements Look {}

    /** One of the two, by what came of the look. */
    default <T> T fold(Function<Observation, T> seen, Function<Blind, T> blind) {
        if (this instanceof Seen it) {
            return seen.apply(it.observation());
        }
        return blind.apply((Blind) this);
    }
}
