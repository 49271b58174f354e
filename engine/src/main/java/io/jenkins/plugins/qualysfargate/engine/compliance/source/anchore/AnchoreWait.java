package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import org.jspecify.annotations.Nullable;

/**
 * How waiting for an analysis ended; it is done only if it is {@link Ending#ANALYZED}.
 *
 * @param image as it was last seen
 * @param why the event that explains a failure; null if there is none to be found
 */
public record AnchoreWait(
        AnchoreImage image, Ending ending, @Nullable AnchoreEvent why) {

    /** The ways in which it ends. */
    public enum Ending {
        ANALYZED,
        FAILED,
        /** The time was over; the analysis may still go on, or loop for ever. */
        TIMED_OUT,
        /** Anchore uses a word that is not known here, so that waiting for it to change may be for ever. */
        UNRECOGNISED
    }
}
